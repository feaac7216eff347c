import { useEffect } from "preact/hooks";
import { BackBar } from "../../components/BackBar";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import reading from "../../components/reading.module.css";
import { Silhouette } from "../../components/Silhouette";
import type { DayEntry } from "../../db";
import { dotted } from "../../lib/dotted";
import { time } from "../../lib/format";
import { back, categories, href, navigate, products, snapshot, t } from "../../state";
import { startAside } from "../../state/aside";
import { today } from "../../state/day";
import { serving, takeUp } from "../../state/visit";
import { openPanel } from "../advice/view";
import { nameOf } from "../need/piece";
import { needWords } from "../need/words";
import { asked, nextCustomer } from "../outcome/asked";
import { outcomeWords } from "../outcome/words";
import style from "./today.module.css";

/** What this person advised and looked at on this phone today; any of it can be taken up again. */
export default function TodayPage() {
  useEffect(startAside, []);
  const given = today.value.filter(({ kind }) => kind === "advice");
  const looked = today.value.filter(({ kind }) => kind === "piece");
  return (
    <div class={reading.page}>
      <BackBar onBack={() => back("/home")} />
      <h1 class={reading.title}>{t("today.title")}</h1>
      <p class={reading.text}>{t("today.text")}</p>
      {today.value.length === 0 && (
        <Empty drawing="tracks" title={t("today.empty.title")} text={t("today.empty.text")}>
          <Button kind="main" href={href("/advice")}>
            {t("today.start")}
          </Button>
        </Empty>
      )}
      {given.length > 0 && (
        <section class={reading.part}>
          <h2 class={reading.heading}>{t("today.advice")}</h2>
          <ul>
            {given.map((entry) => (
              <Given key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      )}
      {looked.length > 0 && (
        <section class={reading.part}>
          <h2 class={reading.heading}>{t("today.pieces")}</h2>
          <ul>
            {looked.map((entry) => (
              <Looked key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** One advice: when, what was asked, what was proposed, what came of it. */
function Given({ entry }: { entry: DayEntry }) {
  const finder = snapshot.value?.finder;
  const words = finder ? needWords(finder, entry.answers, null).map(({ text }) => text) : [];
  const need = words.length > 0 ? dotted(...words) : t("today.unasked");
  const when = time(entry.at);
  return (
    <li class={style.given}>
      <p class={style.when}>{when}</p>
      <div class={style.what}>
        <p class={style.need}>{need}</p>
        <Pieces refs={entry.refs} />
        <div class={style.deeds}>
          <button
            type="button"
            class={style.deed}
            aria-label={t("today.again.spoken", { when, need })}
            onClick={() => takeAgain(entry)}
          >
            {t("today.again")}
          </button>
          <button
            type="button"
            class={`${style.deed} ${entry.outcome ? style.done : ""}`}
            aria-label={entry.outcome ? undefined : t("today.outcome.spoken", { when })}
            onClick={() => {
              asked.value = { kind: "entry", entry };
            }}
          >
            {entry.outcome ? outcomeWords(entry.outcome) : t("today.outcome")}
          </button>
        </div>
      </div>
    </li>
  );
}

/** The customer is back: their need stands again, and whoever was served meanwhile is noted. */
function takeAgain(entry: DayEntry): void {
  if (serving.peek()) nextCustomer();
  asked.value = null;
  takeUp(entry.answers, entry.id, entry.at);
  openPanel(null);
  navigate("/advice");
}

const MOST = 4;

function Pieces({ refs }: { refs: readonly string[] }) {
  const found = refs.flatMap((ref) => products.value.get(ref) ?? []).slice(0, MOST);
  return (
    <ul class={style.pieces}>
      {found.map((product) => (
        <li key={product.ref}>
          <a class={style.small} href={href(`/product/${encodeURIComponent(product.ref)}`)}>
            <Silhouette
              class={style.picture}
              drawing={categories.value.get(product.category)?.silhouette}
              colour={product.colours[0]?.hex}
              label={nameOf(product)}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Looked({ entry }: { entry: DayEntry }) {
  const product = products.value.get(entry.refs[0] ?? "");
  if (!product) return null;
  return (
    <li>
      <a class={style.looked} href={href(`/product/${encodeURIComponent(product.ref)}`)}>
        <Silhouette
          class={style.picture}
          drawing={categories.value.get(product.category)?.silhouette}
          colour={product.colours[0]?.hex}
        />
        <span class={style.name}>{nameOf(product)}</span>
        <span class={style.when}>{time(entry.at)}</span>
      </a>
    </li>
  );
}
