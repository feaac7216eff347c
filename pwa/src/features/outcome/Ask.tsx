import { useState } from "preact/hooks";
import { Silhouette } from "../../components/Silhouette";
import type { OutcomeSaid } from "../../db";
import { categories, products, t } from "../../state";
import { nameOf } from "../need/piece";
import style from "./outcome.module.css";

const RESULTS = ["sold", "ordered", "tried", "left"] as const;
const REASONS = ["size", "price", "colour", "not-convinced", "just-looking", "not-here"] as const;
const VISITORS = ["local", "visitor"] as const;

interface Props {
  /** The pieces that it may be about. */
  refs: readonly string[];
  /** What was said before, to be put right. */
  said?: OutcomeSaid | null;
  onSaid: (said: OutcomeSaid, refs: readonly string[]) => void;
}

/** What came of it, in two taps: what the customer did, and why where they left. Everything else may stay unsaid. */
export function Ask({ refs, said, onSaid }: Props) {
  const [visitor, setVisitor] = useState(said?.visitor ?? null);
  const [about, setAbout] = useState<readonly string[]>(refs.length === 1 ? refs : []);
  const [left, setLeft] = useState(false);
  const tell = (result: OutcomeSaid["result"], reason: OutcomeSaid["reason"] = null) =>
    onSaid({ result, reason, visitor }, about);
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
          onPick={(result) => (result === "left" ? setLeft(true) : tell(result))}
        />
      )}
    </div>
  );
}

interface CellsProps<Id extends string> {
  label: string;
  options: readonly { id: Id; label: string }[];
  value: Id | null;
  onPick: (id: Id) => void;
  three?: boolean;
  small?: boolean;
}

/** Joined cells, one tap each. */
function Cells<Id extends string>({ label, options, value, onPick, three, small }: CellsProps<Id>) {
  return (
    <fieldset class={`${style.cells} ${three ? style.three : ""} ${small ? style.small : ""}`}>
      <legend class="spoken">{label}</legend>
      {options.map(({ id, label: words }) => (
        <button key={id} type="button" class={style.cell} aria-pressed={id === value} onClick={() => onPick(id)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}

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
