import { X } from "lucide-preact";
import type { Paper, PaperKind, PaperLine } from "../../../lib/apiStock";
import { t } from "../../../state";
import page from "../parts/page.module.css";
import style from "./stock.module.css";

interface Props {
  kind: PaperKind;
  paper: Paper;
  /** Null takes the line out. */
  onChange: (gtin: string, quantity: number | null) => void;
}

const MOST = 9_999;

/** Line by line: what comes, and what the shop had and will have. */
export function PaperLines({ kind, paper, onChange }: Props) {
  return (
    <section class={page.part} aria-labelledby="paper-lines">
      <h2 id="paper-lines" class={page.heading}>
        {t(`stock.${kind}.lines`, { n: paper.pieces, lines: t("stock.lines", { n: paper.lines.length }) })}
      </h2>
      <ul class={style.paper}>
        {paper.lines.map((line) => (
          <Line key={line.gtin} line={line} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, onChange }: { line: PaperLine; onChange: Props["onChange"] }) {
  const name = [line.name, line.size, line.colour?.name].filter(Boolean).join(", ");
  return (
    <li class={style.line}>
      <span class={style.who}>
        {line.name} <span class={style.brand}>{[line.size, line.colour?.name].filter(Boolean).join(", ")}</span>
      </span>
      <input
        class={style.quantity}
        inputMode="numeric"
        autocomplete="off"
        aria-label={t("stock.quantity.of", { name })}
        value={line.quantity}
        onChange={(event) => {
          const text = event.currentTarget.value.trim();
          if (/^\d{1,4}$/.test(text)) onChange(line.gtin, Math.min(MOST, Number(text)));
          else event.currentTarget.value = String(line.quantity);
        }}
      />
      <span class={style.move}>
        {line.before === null && line.after === null
          ? t("stock.line.unknown")
          : t("stock.line", { before: line.before === null ? "?" : String(line.before), after: String(line.after) })}
      </span>
      <button
        type="button"
        class={style.out}
        aria-label={t("stock.line.out", { name })}
        onClick={() => onChange(line.gtin, null)}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
}
