import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { ResultPeek, ResultRow } from "../../components/ResultRow";
import { href, t } from "../../state";
import { chosen, toggleChosen } from "../compare/chosen";
import { hasNeed, type Piece, pieces } from "../need/ranking";
import { resultOf } from "../need/result";
import { Relaxations } from "./Relaxations";
import style from "./Results.module.css";

const PAGE = 12;

/** What peeks: the best piece now, or what to do to see one. */
export function Peek() {
  const best = pieces.value[0];
  if (!hasNeed.value) return <p class={style.hint}>{t("advice.peek.start")}</p>;
  if (!best) return <Relaxations short />;
  return <ResultPeek result={resultOf(best.product, best.ranked)} />;
}

/** The pieces that fit, best first; where none does, the shortest ways out. */
export function Results() {
  const [pages, setPages] = useState(1);
  const found = pieces.value;
  if (found.length === 0) return <Relaxations />;
  const shown = found.slice(0, pages * PAGE);
  return (
    <>
      {chosen.value.length > 1 && (
        <p class={style.compare}>
          <Button kind="main" wide href={href("/compare", { refs: chosen.value.join(",") })}>
            {t("advice.compare.open", { n: chosen.value.length })}
          </Button>
        </p>
      )}
      {shown.map((piece) => (
        <Result key={piece.product.ref} piece={piece} />
      ))}
      {found.length > shown.length && (
        <p class={style.more}>
          <Button wide onClick={() => setPages(pages + 1)}>
            {t("advice.more", { n: Math.min(PAGE, found.length - shown.length) })}
          </Button>
        </p>
      )}
    </>
  );
}

function Result({ piece }: { piece: Piece }) {
  const { ref, name } = piece.product;
  const on = chosen.value.includes(ref);
  return (
    <ResultRow result={resultOf(piece.product, hasNeed.value ? piece.ranked : null)}>
      <Button href={href(`/show/${encodeURIComponent(ref)}`)}>{t("show.open")}</Button>
      <Chip on={on} onClick={() => toggleChosen(ref)} label={t("advice.compare.add.spoken", { name })}>
        {t(on ? "advice.compare.added" : "advice.compare.add")}
      </Chip>
    </ResultRow>
  );
}
