import { useEffect } from "preact/hooks";
import { Further } from "../../components/Further";
import { Topo } from "../../components/Topo";
import { capital, longDay, yearlyDate } from "../../lib/format";
import { afterPaint } from "../../lib/idle";
import { later } from "../../lib/later";
import { log } from "../../lib/log";
import { lastSync, online, received, serving, session, snapshot, stock, t } from "../../state";
import { startAside } from "../../state/aside";
import { dayOf } from "../../state/visit";
import style from "./home.module.css";
import { Lines } from "./Lines";
import { Notes } from "./Notes";
import { Start } from "./Start";
import { cardsKnown } from "./slots";

/** Three walkers on one rope: they come when everything else is there. */
const summit = later(() => import("../../components/Brand").then((module) => module.Summit));

/** It needs the finder, which comes right after the page. */
const present = later(() => import("./Serving").then((module) => module.Serving));

/** This shop today: the next customer first, then what has changed since the seller last looked. */
export default function HomePage() {
  useEffect(startAside, []);
  useEffect(() => afterPaint(() => void import("../learn/due").then(({ startDue }) => startDue(), unknownDue)), []);
  const shop = snapshot.value?.shop;
  const day = dayOf();
  return (
    <div class={style.page}>
      <header class={style.head}>
        <div class={style.relief}>
          {/* Each day has its own mountain. */}
          <Topo seed={`${shop?.id ?? "shop"} ${day}`} />
        </div>
        <p class={style.day}>{capital(longDay(day))}</p>
        <h1 class={style.title}>{together(shop?.name ?? session.value?.shop.name ?? t("nav.home"))}</h1>
        <p class={style.fresh}>{freshness()}</p>
      </header>
      {serving.value ? <present.Part /> : <Start />}
      <Further>
        <Lines />
      </Further>
      <Further>{cardsKnown.value && <Notes />}</Further>
      <Further>
        <div class={style.summit}>{cardsKnown.value && <summit.Part />}</div>
      </Further>
    </div>
  );
}

/** What the training has for today is not waited for. */
function unknownDue(cause: unknown): void {
  log.info("the training is not known", cause);
  cardsKnown.value = true;
}

/** A dot between two names stays with the first. */
const together = (name: string): string => name.replace(" ·", "\u00a0·");

/** How old what the phone shows is. */
function freshness(): string {
  const catalogue = snapshot.value;
  if (!catalogue) return t(online.value ? "home.fresh.none" : "home.fresh.none.offline");
  const values = { date: yearlyDate(catalogue.published_at) };
  if (!stock.value) return t("home.fresh.catalogue", values);
  return t("home.fresh", { ...values, received: received(lastSync.value ?? stock.value.as_of) });
}
