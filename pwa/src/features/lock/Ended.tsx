import { Brand, Summit } from "../../components/Brand";
import { Topo } from "../../components/Topo";
import { href, phone, route, t, unsentCount } from "../../state";
import style from "../entry/entry.module.css";
import { PasteInvitation } from "../entry/PasteInvitation";
import { ExportUnsent } from "./ExportUnsent";

/** A phone that was taken out of the shop: it shows nothing, loses nothing, and can come back. */
export function Ended() {
  return (
    <main class={style.page}>
      <div class={style.content}>
        <header class={style.head}>
          <div class={style.relief}>
            <Topo seed="welcome" />
          </div>
          <Brand />
          <h1 class={style.title}>{t("lock.ended.title")}</h1>
          <p>{t(phone.value ? "lock.ended.phone" : "lock.ended.own")}</p>
        </header>
        {unsentCount.value > 0 && (
          <section>
            <p>{t("lock.ended.unsent", { n: unsentCount.value })}</p>
            <ExportUnsent />
          </section>
        )}
        <section>
          <h2 class={style.heading}>{t("lock.ended.back")}</h2>
          <p class={style.help}>{t("welcome.enter.text")}</p>
          <PasteInvitation next={here()} />
        </section>
      </div>
      <div class={style.summit}>
        <Summit />
      </div>
    </main>
  );
}

/** The page that was open: it is there again after the way back. */
const here = (): string => href(route.peek().path, route.peek().query).slice(1);
