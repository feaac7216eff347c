import { useState } from "preact/hooks";
import { Silhouette } from "../../components/Silhouette";
import type { OutcomeSaid } from "../../db";
import { categories, products, stock, t } from "../../state";
import { nameOf } from "../need/piece";
import { Cells } from "./Cells";
import style from "./outcome.module.css";
import { Shelf } from "./Shelf";
import { type Known, type Offered, sellable } from "./selling";

const RESULTS = ["sold", "ordered", "tried", "left"] as const;
const REASONS = ["size", "price", "colour", "not-convinced", "just-looking", "not-here"] as const;
const VISITORS = ["local", "visitor"] as const;

interface Props {
  /** The pieces that it may be about. */
  refs: readonly string[];
  /** What was said before, to be put right. */
  said?: OutcomeSaid | null;
  known: Known;
  /** `taken`: the variants that leave the stock with it, by GTIN. */
  onSaid: (said: OutcomeSaid, refs: readonly string[], taken: readonly string[]) => void;
  /** Said, but for what may leave the stock with it: whoever closes this has said that much. */
  onSold: (said: OutcomeSaid, refs: readonly string[]) => void;
}

/** What came of it, in two taps: what the customer did, and why where they left. Everything else may stay unsaid. */
export function Ask({ refs, said, known, onSaid, onSold }: Props) {
  const [visitor, setVisitor] = useState(said?.visitor ?? null);
  const [about, setAbout] = useState<readonly string[]>(refs.length === 1 ? refs : []);
  const [left, setLeft] = useState(false);
  const [offered, setOffered] = useState<readonly Offered[]>([]);
  const tell = (result: OutcomeSaid["result"], reason: OutcomeSaid["reason"] = null) =>
    onSaid({ result, reason, visitor }, about, []);
  const sold = { result: "sold", reason: null, visitor } as const;
  const sell = () => {
    const shelf = offerOf(about.length > 0 ? about : refs, known);
    if (shelf.length === 0) return tell("sold");
    setOffered(shelf);
    onSold(sold, about);
  };
  if (offered.length > 0)
    return (
      <div class={style.ask}>
        <Shelf offered={offered} onDone={(taken, pieces) => onSaid(sold, [...new Set([...about, ...pieces])], taken)} />
      </div>
    );
  return (
    <div class={style.ask}>
      <div class={style.about}>
        {refs.length > 1 && !left && (
          <Pieces
            refs={refs}
            about={about}
            onPick={(ref) => setAbout(about.includes(ref) ? about.filter((one) => one !== ref) : [...about, ref])}
          />
        )}
        <Cells
          label={t("outcome.visitor")}
          options={VISITORS.map((id) => ({ id, label: t(`outcome.visitor.${id}`) }))}
          value={visitor}
          onPick={(id) => setVisitor(visitor === id ? null : id)}
          small
        />
      </div>
      {left ? (
        <>
          <Cells
            label={t("outcome.reason")}
            options={REASONS.map((id) => ({ id, label: t(`outcome.reason.${id}`) }))}
            value={said?.reason ?? null}
            onPick={(reason) => tell("left", reason)}
            three
          />
          <button type="button" class={style.unsaid} onClick={() => tell("left")}>
            {t("outcome.reason.none")}
          </button>
        </>
      ) : (
        <Cells
          label={t("outcome.result")}
          options={RESULTS.map((id) => ({ id, label: t(`outcome.${id}`) }))}
          value={said?.result ?? null}
          onPick={(result) => (result === "sold" ? sell() : result === "left" ? setLeft(true) : tell(result))}
        />
      )}
    </div>
  );
}

/** What can leave the stock with a sale of these pieces. */
const offerOf = (refs: readonly string[], known: Known): Offered[] =>
  sellable(
    refs.flatMap((ref) => products.peek().get(ref) ?? []),
    stock.peek()?.levels ?? {},
    known,
  );

/** Which of the pieces it is about. */
function Pieces({
  refs,
  about,
  onPick,
}: {
  refs: readonly string[];
  about: readonly string[];
  onPick: (ref: string) => void;
}) {
  return (
    <fieldset class={style.pieces}>
      <legend class="spoken">{t("outcome.pieces")}</legend>
      {refs.map((ref) => {
        const product = products.value.get(ref);
        if (!product) return null;
        return (
          <button
            key={ref}
            type="button"
            class={style.piece}
            aria-pressed={about.includes(ref)}
            onClick={() => onPick(ref)}
          >
            <Silhouette
              class={style.picture}
              drawing={categories.value.get(product.category)?.silhouette}
              colour={product.colours[0]?.hex}
            />
            <span class={style.name}>{nameOf(product)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
