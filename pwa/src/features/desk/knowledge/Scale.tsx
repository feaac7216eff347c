import { Plus, Trash2 } from "lucide-preact";
import { useId } from "preact/hooks";
import { Button } from "../../../components/Button";
import type { KnownField, KnownScale, Preview } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import field from "../parts/Field.module.css";
import { Curve } from "./Curve";
import { Gauged } from "./Gauged";
import { type Point, type PointProblem, problemsOf, readScale, withPoint, writeScale } from "./scale";
import style from "./scale.module.css";

interface Props {
  known: KnownField;
  scale: KnownScale;
  title: string;
  value: string;
  preview: Preview | undefined;
  disabled: boolean;
  /** What the server refused. */
  error: string | undefined;
  onInput: (value: string) => void;
}

/** How many points a piece gets for what it has: a row a value, a drawing where the values are figures. */
export function Scale({ known, scale, title, value, preview, disabled, error, onInput }: Props) {
  const points = readScale(value);
  const before = readScale(known.value);
  const problems = problemsOf(points, scale);
  const change = (index: number, next: Partial<Point>) =>
    onInput(writeScale(points.map((point, at) => (at === index ? { ...point, ...next } : point))));
  const isCurve = scale.kind !== "words";
  return (
    <fieldset class={style.scale} disabled={disabled}>
      <legend class={field.label}>{title}</legend>
      <p class={field.help}>{t(`knowledge.scale.${scale.kind}`, { of: scale.of })}</p>
      {isCurve && <Curve points={points} before={before} scale={scale} preview={preview} />}
      <ul class={style.points}>
        {points.map((point, index) => (
          // Rows keep their place: what is typed in one must not lose the focus.
          <li key={index} class={style.point}>
            {isCurve ? (
              <Place
                point={point}
                scale={scale}
                problem={problems[index] ?? null}
                onInput={(place) => change(index, { place })}
              />
            ) : (
              <span class={style.word}>{labelOf(point.place, scale)}</span>
            )}
            <Gauged
              spoken
              label={t("knowledge.scale.degree", { of: labelOf(point.place, scale) })}
              value={point.degree}
              low={0}
              high={100}
              disabled={disabled}
              onInput={(degree) => change(index, { degree })}
              error={problems[index] === "degree" ? t("knowledge.scale.wrong.degree") : undefined}
            />
            {isCurve && !disabled && points.length > 1 && (
              <button
                type="button"
                class={style.drop}
                aria-label={t("knowledge.scale.drop", { of: labelOf(point.place, scale) })}
                onClick={() => onInput(writeScale(points.filter((_, at) => at !== index)))}
              >
                <Trash2 aria-hidden="true" />
              </button>
            )}
            <Was point={point} before={before} index={index} />
          </li>
        ))}
      </ul>
      {isCurve && !disabled && (
        <div class={style.add}>
          <Button kind="quiet" onClick={() => onInput(writeScale(withPoint(points)))}>
            <Plus aria-hidden="true" />
            {t("knowledge.scale.add")}
          </Button>
        </div>
      )}
      {error && problems.every((one) => one === null) && <p class={field.error}>{error}</p>}
    </fieldset>
  );
}

function Place({
  point,
  scale,
  problem,
  onInput,
}: {
  point: Point;
  scale: KnownScale;
  problem: PointProblem | null;
  onInput: (place: string) => void;
}) {
  const id = useId();
  const wrong = problem !== null && problem !== "degree";
  return (
    <span class={`${field.field} ${wrong ? field.wrong : ""}`}>
      <span class={field.line}>
        <input
          id={id}
          class={`${field.control} ${field.figure} ${style.place}`}
          inputMode="text"
          autocomplete="off"
          value={point.place}
          aria-label={t("knowledge.scale.place", { of: scale.of, unit: scale.unit })}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-error` : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <span class={field.unit}>{scale.unit}</span>
      </span>
      {wrong && (
        <span class={field.error} id={`${id}-error`}>
          {t(`knowledge.scale.wrong.${problem}`, { low: scale.low ?? "", high: scale.high ?? "" })}
        </span>
      )}
    </span>
  );
}

/** The degree that holds at the same place. */
function Was({ point, before, index }: { point: Point; before: readonly Point[]; index: number }) {
  const old = before.find(({ place }) => place === point.place) ?? before[index];
  if (!old || (old.place === point.place && old.degree === point.degree)) return null;
  return <del class={style.was}>{old.place === point.place ? old.degree : `${old.place} : ${old.degree}`}</del>;
}

const labelOf = (place: string, { values, unit }: KnownScale): string =>
  values.find(({ value }) => value === place)?.label ?? `${place} ${unit}`.trim();
