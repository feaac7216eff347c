import { useEffect, useState } from "preact/hooks";
import { type KnownEntry, type KnownField, previewCriterion } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import { useAsked } from "../parts/useAsked";
import { refusalOf, said, say } from "./draft";
import style from "./knowledge.module.css";
import { One, Overtaken } from "./One";
import { Preview } from "./Preview";
import { Scale } from "./Scale";
import { problemsOf, readScale } from "./scale";

/** How long a hand rests before the pieces are asked again. */
const REST_MS = 350;
const isScale = ({ field }: KnownField): boolean => field.startsWith("scale_") || field.startsWith("else_");

/** The scales of a criterion, and how the pieces of the range stand by them before and after. */
export function Scales({ of, mayWrite }: { of: KnownEntry; mayWrite: boolean }) {
  const [level, setLevel] = useState<number | null>(null);
  const fields = of.fields.filter(isScale);
  const now = fields.map((known) => ({ field: known.field, value: said("criterion", of.id, known) }));
  const asked = useRested(JSON.stringify({ now, level }));
  const readable = fields.every(
    ({ scale }, index) => !scale || problemsOf(readScale(now[index]?.value ?? ""), scale).every((one) => one === null),
  );
  const { data } = useAsked(fields.length > 0 && readable ? `preview ${of.id} ${asked}` : null, (signal) =>
    previewCriterion(of.id, now, level, signal),
  );
  if (fields.length === 0) return null;
  const many = fields.filter(({ scale }) => scale).length > 1;
  return (
    <div class={style.fields}>
      {fields.map((known) =>
        known.scale ? (
          <div key={known.field}>
            <Scale
              known={known}
              scale={known.scale}
              title={many ? t("knowledge.scale.of", { of: known.scale.of }) : t("knowledge.field.scale")}
              value={said("criterion", of.id, known)}
              preview={many ? undefined : data}
              disabled={!mayWrite}
              error={refusalOf("criterion", of.id, known.field)}
              onInput={(next) => say("criterion", of.id, known, next)}
            />
            <Overtaken part="criterion" id={of.id} known={known} />
          </div>
        ) : (
          <One
            key={known.field}
            part="criterion"
            id={of.id}
            known={known}
            label={t("knowledge.field.else")}
            mayWrite={mayWrite}
          />
        ),
      )}
      <Preview of={data} onLevel={setLevel} />
    </div>
  );
}

/** A value once it has rested for a moment. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
