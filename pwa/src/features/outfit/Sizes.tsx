import { computed } from "@preact/signals";
import type { Answers, Question } from "../../catalogue/types";
import { normalise } from "../../finder/sizes";
import { answers, setAnswers, snapshot, t } from "../../state";
import { KINDS, type Kind, sizesOffered } from "./offered";
import style from "./Sizes.module.css";
import { made } from "./state";

const offered = computed(() => {
  const catalogue = snapshot.value;
  if (!catalogue) return { garment: [], shoe: [], hand: [] };
  const wanted = new Set((made.value?.places ?? []).flatMap((place) => place.categories));
  return sizesOffered(catalogue.finder, catalogue.products, wanted, answers.value.audience);
});

/** For whom, and in which sizes: one row, no wizard. */
export function Sizes() {
  const question = snapshot.value?.finder.questions.find((each) => each.id === "audience");
  return (
    <fieldset class={style.sizes}>
      <legend class="spoken">{t("outfit.sizes")}</legend>
      {question && <Person question={question} />}
      {KINDS.filter((kind) => offered.value[kind].length > 1).map((kind) => (
        <Pick
          key={kind}
          label={t(`outfit.sizes.${kind}`)}
          value={sizeOf(answers.value, kind)}
          options={offered.value[kind].map((size) => ({ id: size, label: size }))}
          onPick={(size) => putSize(kind, size)}
        />
      ))}
    </fieldset>
  );
}

function Person({ question }: { question: Question }) {
  return (
    <Pick
      label={t("outfit.sizes.audience")}
      value={answers.value.audience ?? ""}
      options={question.answers}
      onPick={(audience) => {
        // The sizes of one person say nothing about another.
        const { audience: _who, size: _one, sizes: _all, ...rest } = answers.peek();
        setAnswers(audience ? { ...rest, audience } : rest);
      }}
    />
  );
}

/** The size said for this system; a size said alone is that of clothes or, as a number, of shoes. */
function sizeOf({ sizes, size }: Answers, kind: Kind): string {
  const own = sizes?.[kind];
  if (own !== undefined) return normalise(own);
  if (size === undefined) return "";
  const isNumber = /^\d/.test(size);
  return (kind === "garment" && !isNumber) || (kind === "shoe" && isNumber) ? normalise(size) : "";
}

function putSize(kind: Kind, size: string): void {
  const { sizes = {}, size: alone, ...rest } = answers.peek();
  const { [kind]: _before, ...others } = sizes;
  const next = size ? { ...others, [kind]: size } : others;
  // A size said alone becomes the one of its system, or it would stand beside the one chosen here.
  const kept = alone !== undefined && sizeOf({ size: alone }, kind) === "" ? { size: alone } : {};
  setAnswers({ ...rest, ...kept, ...(Object.keys(next).length ? { sizes: next } : {}) });
}

interface PickProps {
  label: string;
  value: string;
  options: readonly { id: string; label: string }[];
  onPick: (id: string) => void;
}

function Pick({ label, value, options, onPick }: PickProps) {
  const known = options.some((option) => option.id === value);
  return (
    <label class={`${style.pick} ${value ? style.set : ""}`}>
      <span class={style.label}>{label}</span>
      <select class={style.select} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{t("outfit.sizes.any")}</option>
        {value && !known && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
