import { RotateCcw } from "lucide-preact";
import { useEffect, useMemo } from "preact/hooks";
import { BackBar } from "../../components/BackBar";
import { Button } from "../../components/Button";
import { Chip, Chips } from "../../components/Chip";
import { Empty } from "../../components/Empty";
import { Skeleton } from "../../components/Skeleton";
import type { Outfit } from "../../finder/outfit";
import { dotted } from "../../lib/dotted";
import type { PageProps } from "../../lib/router";
import { answers, back, href, setAnswers, snapshot, t } from "../../state";
import { droppedWords, relaxed } from "../advice/relaxing";
import { ranking } from "../need/ranking";
import { needWords } from "../need/words";
import { Figure } from "./Figure";
import { Foot } from "./Foot";
import style from "./outfit.module.css";
import { Rows } from "./Rows";
import { Show } from "./Show";
import { Sizes } from "./Sizes";
import { Swap } from "./Swap";
import { budget, fixed, made, outfit, owned, putIn, restart, rules, takeBudget } from "./state";
import { labels } from "./words";

/** The whole outfit: a body in its layers, what it costs, and a slider that recomposes it. */
export default function OutfitPage({ params, query }: PageProps) {
  const ready = made.value !== null;
  useEffect(() => {
    if (!ready) return;
    takeBudget();
    if (query.piece) putIn(query.piece);
  }, [ready, query.piece]);
  const shown = outfit.value;
  if (params.mode === "show" && shown) return <Show outfit={shown} />;
  return (
    <div class={style.page}>
      <BackBar onBack={() => back("/advice")}>
        {shown && (
          <a class={style.show} href={href("/outfit/show")}>
            {t("outfit.show")}
          </a>
        )}
      </BackBar>
      {shown ? <Composed outfit={shown} /> : <Missing />}
    </div>
  );
}

function Missing() {
  if (!snapshot.value) return <Skeleton shape="product" />;
  if (!rules.value) return <Empty heading="h1" title={t("outfit.old.title")} text={t("outfit.old.text")} />;
  return (
    <Empty heading="h1" drawing="tracks" title={t("outfit.start.title")} text={t("outfit.start.text")}>
      <Button kind="main" href={href("/advice")}>
        {t("outfit.start.go")}
      </Button>
    </Empty>
  );
}

function Composed({ outfit: shown }: { outfit: Outfit }) {
  // What was asked does not change with the budget.
  const asked = useMemo(
    () => (
      <>
        <Need />
        <Sizes />
      </>
    ),
    [],
  );
  const touched = budget.value !== null || owned.value.length > 0 || Object.keys(fixed.value).length > 0;
  return (
    <>
      <header class={style.head}>
        <div class={style.top}>
          <h1 class={style.title}>{t("title.outfit")}</h1>
          {touched && (
            <button type="button" class={style.restart} onClick={restart}>
              <RotateCcw aria-hidden="true" />
              {t("outfit.restart")}
            </button>
          )}
        </div>
        {asked}
      </header>
      <div class={style.columns}>
        <Figure places={shown.slots} />
        <div class={style.list}>
          <Ways outfit={shown} />
          <Rows places={shown.slots} />
        </div>
      </div>
      <Foot outfit={shown} />
      <Swap />
    </>
  );
}

/** The need in one line; a tap goes back to where it is said. Person and sizes stand below it. */
function Need() {
  const finder = snapshot.value?.finder;
  if (!finder) return null;
  const { audience: _who, size: _one, sizes: _all, wanted: _piece, budget_cents: _sum, ...situation } = answers.value;
  const words = needWords(finder, situation, ranking.value?.felt_c ?? null).map((word) => word.text);
  return (
    <a class={style.need} href={href("/advice")} aria-label={`${words.join(", ")}. ${t("outfit.need.change")}`}>
      {dotted(...words)}
    </a>
  );
}

/** Answers that concern the whole person: giving them up for the sake of one place would spoil the others. */
const KEPT = new Set(["budget_cents", "audience", "size"]);

/** Wishes that keep places empty: a tap lets them go. */
function Ways({ outfit: { relaxations } }: { outfit: Outfit }) {
  const ways = relaxations.filter((way) => !way.drop.some((name) => KEPT.has(name))).slice(0, 3);
  const finder = snapshot.value?.finder;
  if (ways.length === 0 || !finder) return null;
  return (
    <section class={style.ways} aria-label={t("outfit.ways")}>
      <h2 class={style.small}>{t("outfit.ways")}</h2>
      <Chips label={t("outfit.ways")}>
        {ways.map((way) => (
          <Chip key={way.drop.join()} kind="firm" onClick={() => setAnswers(relaxed(answers.peek(), way.drop))}>
            {t("outfit.way", {
              words: droppedWords(finder, answers.value, way.drop).join(", "),
              slots: labels(way.slots),
            })}
          </Chip>
        ))}
      </Chips>
    </section>
  );
}
