import { useRef } from "preact/hooks";
import type { PreviewPiece, Preview as Shown } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import { valueText } from "../parts/values";
import style from "./preview.module.css";

interface Props {
  of: Shown | undefined;
  onLevel: (level: number) => void;
}

const FEW = 8;

/** How the pieces of the range stand by a criterion, as it holds and as it would: what moves most comes first. */
export function Preview({ of, onLevel }: Props) {
  // The last answer stays while the next one is on its way: rows must not vanish under the eye.
  const last = useRef<Shown | undefined>(undefined);
  if (of) last.current = of;
  const shown = of ?? last.current;
  if (!shown) return null;
  const { levels, level, unit, better, worse, same, open_count, pieces } = shown;
  return (
    <section class={style.preview} aria-label={t("knowledge.preview")}>
      <h3 class={style.title}>{t("knowledge.preview")}</h3>
      {level !== null && levels.length > 1 && (
        <Field
          kind="choice"
          label={t("knowledge.preview.level")}
          value={String(level)}
          choices={levels.map((one) => ({ value: String(one), label: `${one} ${unit}`.trim() }))}
          onInput={(next) => onLevel(Number(next))}
        />
      )}
      <p class={style.sum} role="status">
        {better + worse === 0
          ? t("knowledge.preview.none", { n: same })
          : t("knowledge.preview.sum", { better, worse, same })}
        {open_count > 0 && ` ${t("knowledge.preview.open", { n: open_count })}`}
      </p>
      <ul class={style.pieces}>
        {pieces.slice(0, FEW).map((piece) => (
          <Piece key={piece.ref} of={piece} />
        ))}
      </ul>
    </section>
  );
}

function Piece({ of }: { of: PreviewPiece }) {
  const value = of.property ? valueText(`properties.${of.property}`, of.value) : of.value;
  return (
    <li class={style.piece}>
      <span class={style.name}>
        {of.name} <span class={style.value}>{value}</span>
      </span>
      <span class={style.degrees}>
        {of.before !== of.after && (
          <>
            <del>{degree(of.before)}</del>{" "}
          </>
        )}
        <b>{degree(of.after)}</b>
      </span>
      <span class={style.bar} aria-hidden="true">
        <span class={style.old} style={{ width: `${of.before ?? 0}%` }} />
        <span class={style.new} style={{ width: `${of.after ?? 0}%` }} />
      </span>
    </li>
  );
}

const degree = (of: number | null): string => (of === null ? "?" : String(of));
