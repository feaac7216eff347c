import { Silhouette } from "../../components/Silhouette";
import { Topo } from "../../components/Topo";
import { Vignette } from "../../components/Vignette";
import { categories, products } from "../../state";
import type { Card } from "../../training/types";
import style from "./drawing.module.css";
import { drawingOf } from "./words";

/** Where each choice is a piece, the pieces are the drawing. */
export const isDrawnInChoices = ({ choices }: Card): boolean =>
  choices.every(({ ref }) => ref && products.value.has(ref));

/** The one piece that a card is about; undefined where it is about several, or about none. */
function pieceOf({ facts }: Card) {
  const refs = new Set(facts.flatMap(({ ref }) => ref ?? []));
  return refs.size === 1 ? products.value.get([...refs][0] ?? "") : undefined;
}

/** What the question is about: its piece in its colour, else what the trade draws for it. Never the answer. */
export function Drawing({ card }: { card: Card }) {
  const piece = pieceOf(card);
  const drawing = piece ? categories.value.get(piece.category)?.silhouette : drawingOf(card.about);
  return (
    <div class={style.drawing} aria-hidden="true">
      <div class={style.land}>
        <Topo seed={piece?.ref ?? card.id} />
      </div>
      {drawing ? (
        <Silhouette class={style.sign} drawing={drawing} colour={piece?.colours[0]?.hex} />
      ) : (
        <Vignette of={card.kind === "answer" ? "rope" : "signpost"} />
      )}
    </div>
  );
}

/** A piece among others: small, in its colour, on its own mountain. */
export function PieceDrawing({ of }: { of: string | null | undefined }) {
  const piece = products.value.get(of ?? "");
  if (!piece) return null;
  return (
    <span class={style.piece} data-piece aria-hidden="true">
      <span class={style.land}>
        <Topo seed={piece.ref} />
      </span>
      <Silhouette
        class={style.cloth}
        drawing={categories.value.get(piece.category)?.silhouette}
        colour={piece.colours[0]?.hex}
      />
    </span>
  );
}
