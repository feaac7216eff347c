import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Chip, Chips } from "../../../components/Chip";
import { t } from "../../../state";
import { formLabel, formText, formWitness } from "./formText";
import style from "./newer.module.css";
import type { Chosen, Overlap, Side } from "./rebase";
import type { Editor } from "./useEditor";

const SIDES: readonly Side[] = ["theirs", "mine"];
/** From so many fields on, all of them can be chosen at once. */
const MANY = 3;

interface Props {
  editor: Editor;
  newer: NonNullable<Editor["newer"]>;
}

/** Somebody published this product while it was being edited: both values of each field, and the way on with those chosen. */
export function Newer({ editor, newer }: Props) {
  const { taken, overlaps } = newer.rebased;
  const [chosen, setChosen] = useState<Chosen>({});
  const left = overlaps.filter(({ field }) => !chosen[field]).length;
  const all = (side: Side) => setChosen(Object.fromEntries(overlaps.map(({ field }) => [field, side])));
  return (
    <section class={style.newer} aria-label={t("products.newer.title", { revision: newer.product.revision })}>
      <h3 class={style.title}>{t("products.newer.title", { revision: newer.product.revision })}</h3>
      {taken.length > 0 && <Taken taken={taken} />}
      {overlaps.length > 0 && <p>{t("products.newer.both", { n: overlaps.length })}</p>}
      {overlaps.length >= MANY && (
        <Chips label={t("products.newer.all")}>
          {SIDES.map((side) => (
            <Chip key={side} on={overlaps.every(({ field }) => chosen[field] === side)} onClick={() => all(side)}>
              {t(`products.newer.all.${side}`)}
            </Chip>
          ))}
        </Chips>
      )}
      {overlaps.map((overlap) => (
        <Choice
          key={overlap.field}
          overlap={overlap}
          side={chosen[overlap.field]}
          onChoose={(side) => setChosen((now) => ({ ...now, [overlap.field]: side }))}
        />
      ))}
      <Button kind="main" disabled={left > 0} onClick={() => editor.takeNewer(chosen)}>
        {t(editor.isChanged ? "products.newer.take" : "products.newer.show")}
      </Button>
      {left > 0 && <p class={style.left}>{t("products.newer.left", { n: left })}</p>}
    </section>
  );
}

/** What others changed and this form did not: it is taken over, and said. */
function Taken({ taken }: { taken: readonly Overlap[] }) {
  return (
    <>
      <p>{t("products.newer.taken", { n: taken.length })}</p>
      <ul class={style.taken}>
        {taken.map(({ field, was, theirs }) => (
          <li key={field}>
            {t("products.newer.turn", {
              field: formLabel(field, theirs ?? was),
              before: formText(field, was),
              after: formText(field, theirs),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChoiceProps {
  overlap: Overlap;
  side: Side | undefined;
  onChoose: (side: Side) => void;
}

/** One field that both changed: one of the two values is chosen; none is taken unseen. */
function Choice({ overlap, side, onChoose }: ChoiceProps) {
  const { field, was, theirs, mine } = overlap;
  return (
    <fieldset class={style.choice}>
      <legend>
        {t("products.newer.field", { field: formLabel(field, theirs ?? mine ?? was), before: formText(field, was) })}
      </legend>
      {SIDES.map((each) => (
        <label key={each} class={style.side}>
          <input type="radio" name={`newer ${field}`} checked={side === each} onChange={() => onChoose(each)} />
          <span>
            <small>{t(`products.newer.side.${each}`)}</small>
            <span>{formText(field, each === "mine" ? mine : theirs)}</span>
            <small>{formWitness(each === "mine" ? mine : theirs)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
