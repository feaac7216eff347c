import type { Product } from "../../catalogue/types";
import { Empty } from "../../components/Empty";
import { t } from "../../state";
import { labelOf } from "./FilterBar";
import { FACETS, type Facet, type Narrowing } from "./facets";
import { Row } from "./Row";
import style from "./search.module.css";

interface Props {
  text: string;
  /** Pieces with names like what was typed. */
  near: readonly Product[];
  chosen: Narrowing;
  /** How many pieces there are without one of the choices. */
  without: (facet: Facet) => number;
  /** Take one choice back, or all. */
  onDrop: (facet: Facet | null) => void;
}

/** Nothing found is an answer: which choice stands in the way, which names are near, and the way from the need. */
export function Nothing({ text, near, chosen, without, onDrop }: Props) {
  const made = FACETS.filter((facet) => chosen[facet] !== undefined);
  const ways = made.map((facet) => ({ facet, count: without(facet) })).filter(({ count }) => count > 0);
  return (
    <>
      <Empty
        drawing="cairn"
        title={t("search.none.title", { text: text || t("search.none.filters") })}
        text={t("search.none.text")}
      >
        {ways.map(({ facet, count }) => (
          <button key={facet} type="button" class={style.way} onClick={() => onDrop(facet)}>
            {t("search.none.without", { choice: labelOf(facet, chosen[facet] ?? ""), n: count })}
          </button>
        ))}
        {made.length > 0 && ways.length === 0 && (
          <button type="button" class={style.way} onClick={() => onDrop(null)}>
            {t("search.none.unfilter")}
          </button>
        )}
        <a class={style.way} href="#/advice">
          {t("search.none.advice")}
        </a>
      </Empty>
      {near.length > 0 && (
        <section aria-label={t("search.none.near")}>
          <h2 class={style.count}>{t("search.none.near")}</h2>
          <ul class={style.rows}>
            {near.map((product) => (
              <Row key={product.ref} product={product} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
