import { Undo2 } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { BackBar } from "../../components/BackBar";
import { Button } from "../../components/Button";
import { Skeleton } from "../../components/Skeleton";
import type { PageProps } from "../../lib/router";
import { back, products, snapshot, t } from "../../state";
import { useScanner } from "../scan/useScanner";
import { Viewfinder } from "../scan/Viewfinder";
import style from "./count.module.css";
import { change, draft, resume, stranger, take } from "./counting";
import { sumOf, undone } from "./draft";
import { Lines, Offered } from "./Lines";
import { Review } from "./Review";
import { Typed } from "./Typed";

/** Count what is on the rail: the camera stays open, each tag adds one, and nothing is recorded before it was seen in sum. */
export default function CountPage({ query }: PageProps) {
  const [reviewing, setReviewing] = useState(false);
  useEffect(() => void resume(), []);
  if (!snapshot.value)
    return (
      <div class={style.page}>
        <Skeleton shape="rows" />
      </div>
    );
  return (
    <article class={style.page}>
      <BackBar onBack={() => (reviewing ? setReviewing(false) : back("/scan"))} />
      {reviewing ? (
        <Review onBack={() => setReviewing(false)} />
      ) : (
        <Counting query={query} onReview={() => setReviewing(true)} />
      )}
    </article>
  );
}

function Counting({ query, onReview }: { query: Record<string, string>; onReview: () => void }) {
  const scanner = useScanner(take);
  const piece = products.value.get(query.ref ?? "");
  return (
    <div class={style.counting}>
      <h1 class={style.title}>{t("count.title")}</h1>
      <Viewfinder scanner={scanner} hint={t("count.lead")} low />
      <div class={style.list}>
        <p class={style.note} role="status">
          {stranger.value ? t("count.stranger", { gtin: stranger.value.replace(/^0+(?=\d{8})/, "") }) : ""}
        </p>
        <Lines />
        {piece && <Offered product={piece} gtin={query.gtin} />}
        {draft.value.lines.length === 0 && !piece && <p class={style.empty}>{t("count.empty")}</p>}
        <Typed />
        <p class={style.hint}>{t("count.again")}</p>
      </div>
      <Foot onReview={onReview} />
    </div>
  );
}

/** The sum under the thumb, the last step back, and the way on. */
function Foot({ onReview }: { onReview: () => void }) {
  const { lines, before } = draft.value;
  if (lines.length === 0 && before.length === 0) return null;
  return (
    <footer class={style.foot}>
      <p class={style.sum} role="status">
        <strong>{t("count.sum", { n: sumOf(draft.value) })}</strong>
        <span>{t("count.variants", { n: lines.length })}</span>
      </p>
      <button
        type="button"
        class={style.undo}
        disabled={before.length === 0}
        aria-label={t("count.undo")}
        onClick={() => change(undone(draft.peek()))}
      >
        <Undo2 aria-hidden="true" />
      </button>
      <Button kind="main" disabled={lines.length === 0} onClick={onReview}>
        {t("count.review")}
      </Button>
    </footer>
  );
}
