import { Minus } from "lucide-preact";
import { useMemo } from "preact/hooks";
import type { Changes, PagesOf, SampleAdvice } from "../../../lib/apiImports";
import { products, snapshot, t } from "../../../state";
import style from "./Difference.module.css";
import { DifferenceTable } from "./DifferenceTable";
import { tablesOf } from "./rows";
import { isNothing, type Sentence, type SizesLeft, sentencesOf } from "./sentences";

/** The sizes of a piece that stay, as far as this device knows them. */
const sizesLeft: SizesLeft = (ref, gone) => {
  const variants = products.value.get(ref)?.variants;
  return variants ? new Set(variants.filter(({ gtin }) => !gone.has(gtin)).map(({ size }) => size)) : null;
};

interface Props {
  changes: Changes;
  advice?: SampleAdvice | null;
  /** Counts of stock that come with it: no part of the catalogue. */
  stock?: number;
  /** Where a list comes from that is too long to come at once. */
  pages?: PagesOf;
}

/** What differs: sentences first, then tables of old and new. */
export function Difference({ changes, advice = null, stock = 0, pages }: Props) {
  const currency = snapshot.value?.shop.currency;
  const counted = stock > 0 ? [{ id: "stock", text: t("desk.diff.stock", { n: stock }) }] : [];
  const sentences = [...sentencesOf(changes, advice, sizesLeft), ...counted];
  const tables = useMemo(() => tablesOf(changes, currency), [changes, currency]);
  return (
    <>
      <Sentences sentences={sentences} />
      {tables.map((table) => (
        <DifferenceTable key={table.id} table={table} open={tables.length === 1} {...(pages ? { pages } : {})} />
      ))}
      {isNothing(changes) && <p class={style.nothing}>{t("desk.diff.nothing")}</p>}
    </>
  );
}

export function Sentences({ sentences }: { sentences: readonly Sentence[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul class={style.sentences}>
      {sentences.map(({ id, text, detail, gone }) => (
        <li key={id} class={`${style.sentence} ${gone ? style.gone : ""}`}>
          {gone && <Minus aria-hidden="true" />}
          <span>
            <Figured text={text} />
            {detail && <span class={style.detail}>{detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The figure that a sentence begins with is what the eye looks for. */
function Figured({ text }: { text: string }) {
  const figure = /^\d[\d\u202f,]*/.exec(text)?.[0] ?? "";
  return (
    <span class={style.text}>
      <strong class={style.figure}>{figure}</strong>
      {text.slice(figure.length)}
    </span>
  );
}
