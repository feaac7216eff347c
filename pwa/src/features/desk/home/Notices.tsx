import { keepsRange, lang, shopId, t } from "../../../state";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import style from "./home.module.css";
import { readNotices } from "./notices";

/** What else asks for a look today; nothing where nothing does. */
export function Notices({ mayWrite }: { mayWrite: boolean }) {
  const shop = keepsRange.value ? "" : (shopId.value ?? "");
  const { data, failure, away } = useAsked(`notices ${shop} ${lang.value}`, (signal) =>
    readNotices(mayWrite, shop, signal),
  );
  if (data && data.notices.length === 0 && !data.partly) return null;
  return (
    <section>
      <h2 class={page.heading}>{t("home.desk.notices")}</h2>
      {failure && !away && <p class={page.note}>{failure}</p>}
      {!data && (!failure || away) && <Waiting part rows={2} />}
      <ul>
        {data?.notices.map(({ id, figure, name, about, address }) => (
          <li key={id}>
            <a class={style.line} href={address}>
              <strong class={style.figure}>{figure}</strong>
              <span>
                <span class={style.name}>{name}</span>
                <span class={style.about}>{about}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {data?.partly && <p class={page.note}>{t("home.desk.notices.partly")}</p>}
    </section>
  );
}
