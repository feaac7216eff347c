import { ClipboardCheck, RotateCcw } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { ResultPeek, ResultRow } from "../../components/ResultRow";
import { useGrowing } from "../../components/useGrowing";
import { isWide } from "../../components/useWide";
import { benefits } from "../../finder/apart";
import { yearlyDate } from "../../lib/format";
import { later } from "../../lib/later";
import { answers, favourites, href, lastSync, received, snapshot, stock, t } from "../../state";
import { chosen } from "../compare/chosen";
import { hasNeed, type Piece, pieceOf, pieces, ranking } from "../need/ranking";
import { refined } from "../need/refinement";
import { resultOf } from "../need/result";
import { asked } from "../outcome/asked";
import { Deeds, refinedList } from "./Deeds";
import { OutfitPeek } from "./OutfitLink";
import { Relaxations } from "./Relaxations";
import style from "./Results.module.css";
import { sheetOpen, startNextCustomer } from "./view";

const PAGE = 12;
/** What a rising sheet uncovers first, and then as many as a phone's screen holds. */
const STEPS = [1, 4];

const tray = later(() => import("../favourites/Tray").then((module) => module.Tray));

/** What peeks once anything is known: the best piece now, or the ways to one. */
export function Peek() {
  if (answers.value.wanted === "outfit") return <OutfitPeek />;
  const step = refined.value?.results[0];
  const best = step ? pieceOf(step.ref) : pieces(1)[0];
  if (!best) return <Relaxations short />;
  return <ResultPeek result={resultOf(best.product, best.ranked)} />;
}

/** The pieces that fit, best first; where none does, the shortest ways out. */
export function Results() {
  const [pages, setPages] = useState(1);
  const found = ranking.value?.remaining ?? 0;
  const all = Math.min(found, pages * PAGE);
  const count = useGrowing(STEPS, all);
  if (refined.value) return <refinedList.Part />;
  if (found === 0) return <Relaxations />;
  const shown = pieces(count);
  const told = toldOf(shown);
  return (
    <>
      {chosen.value.length > 1 && (
        <p class={style.compare}>
          <Button kind="main" wide href={href("/compare", { refs: chosen.value.join(",") })}>
            {t("advice.compare.open", { n: chosen.value.length })}
          </Button>
        </p>
      )}
      {favourites.value.length > 0 && <tray.Part />}
      {hasNeed.value && <Ends />}
      {shown.map((piece, at) => (
        <Result key={piece.product.ref} piece={piece} benefit={told[at]} />
      ))}
      {found > all && (
        <p class={style.more}>
          <Button wide onClick={() => setPages(pages + 1)}>
            {t("advice.more", { n: Math.min(PAGE, found - all) })}
          </Button>
        </p>
      )}
      <p class={style.fresh}>{freshness()}</p>
    </>
  );
}

/** How old the prices and the stock of the list are. */
function freshness(): string {
  if (!snapshot.value) return "";
  const day = yearlyDate(snapshot.value.published_at);
  if (!stock.value || !lastSync.value) return t("advice.fresh.catalogue", { day });
  return t("advice.fresh", { day, received: received(lastSync.value) });
}

/** What came of the advice can be noted, and the next customer served, while the list is still open. */
function Ends() {
  return (
    <div class={style.ends}>
      {sheetOpen.value && !isWide.value && (
        <button type="button" onClick={startNextCustomer}>
          <RotateCcw aria-hidden="true" />
          {t("advice.next_customer")}
        </button>
      )}
      <button
        type="button"
        onClick={() => {
          asked.value = { kind: "now", refs: [] };
        }}
      >
        <ClipboardCheck aria-hidden="true" />
        {t("advice.outcome")}
      </button>
    </div>
  );
}

function Result({ piece, benefit }: { piece: Piece; benefit: string | undefined }) {
  return (
    <ResultRow result={resultOf(piece.product, hasNeed.value ? piece.ranked : null, benefit)}>
      <Deeds product={piece.product} />
    </ResultRow>
  );
}

/** What to say of the pieces on the screen, so that no two neighbours say the same. */
function toldOf(shown: readonly Piece[]): string[] {
  const catalogue = snapshot.value;
  return catalogue && hasNeed.value ? benefits(catalogue.finder, shown, answers.value, catalogue.shop.currency) : [];
}
