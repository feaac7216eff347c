import { X } from "lucide-preact";
import type { PaperKind, PaperLine } from "../../../lib/apiStock";
import { number } from "../../../lib/format";
import { t } from "../../../state";
import page from "../parts/page.module.css";
import { type List, sumOf } from "./scanning";
import style from "./stock.module.css";

interface Props {
  kind: PaperKind;
  list: List;
  named: ReadonlyMap<string, PaperLine>;
  /** Null takes the line out. */
  onChange: (gtin: string, quantity: number | null) => void;
}

const MOST = 9_999;

/** Line by line: what comes, and what the shop had and will have. */
export function PaperLines({ kind, list, named, onChange }: Props) {
  const lines = [...list.tally];
  return (
    <section class={page.part} aria-labelledby="paper-lines">
      <h2 id="paper-lines" class={page.heading}>
        {t(`stock.${kind}.lines`, { n: sumOf(list.tally), lines: t("stock.lines", { n: lines.length }) })}
      </h2>
      {list.announced.size > 0 && (
        <p class={page.note} role="status">
          {t("stock.announced.sum", { n: sumOf(list.tally), of: number(sumOf(list.announced)) })}
        </p>
      )}
      <ul class={style.paper}>
        {lines.map(([gtin, quantity]) => (
          <Line
            key={gtin}
            kind={kind}
            gtin={gtin}
            quantity={quantity}
            announced={list.announced.get(gtin) ?? (list.announced.size > 0 ? 0 : null)}
            piece={named.get(gtin)}
            isFixed={list.sent !== null}
            onChange={onChange}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  kind: PaperKind;
  gtin: string;
  quantity: number;
  /** Null where no note announces anything. */
  announced: number | null;
  /** Undefined until the server has said what it is. */
  piece: PaperLine | undefined;
  isFixed: boolean;
  onChange: Props["onChange"];
}

function Line({ kind, gtin, quantity, announced, piece, isFixed, onChange }: LineProps) {
  const size = [piece?.size, piece?.colour?.name].filter(Boolean).join(", ");
  const name = piece ? `${piece.name}, ${size}` : gtin.replace(/^0+(?=\d{8})/, "");
  return (
    <li class={style.line}>
      <span class={style.who}>
        {piece?.name ?? name} <span class={style.brand}>{piece ? size : t("stock.line.unnamed")}</span>
        {announced !== null && announced !== quantity && (
          <span class={style.gap}>
            {" "}
            {t(quantity < announced ? "stock.announced.less" : "stock.announced.more", {
              n: Math.abs(announced - quantity),
              of: number(announced),
            })}
          </span>
        )}
      </span>
      <input
        class={style.quantity}
        inputMode="numeric"
        autocomplete="off"
        aria-label={t("stock.quantity.of", { name })}
        value={quantity}
        disabled={isFixed}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          const text = event.currentTarget.value.trim();
          if (/^\d{1,4}$/.test(text)) onChange(gtin, Math.min(MOST, Number(text)));
          else event.currentTarget.value = String(quantity);
        }}
      />
      <span class={style.move}>{piece ? moveOf(kind, piece.before, quantity) : ""}</span>
      <button
        type="button"
        class={style.out}
        disabled={isFixed}
        aria-label={t("stock.line.out", { name })}
        onClick={() => onChange(gtin, null)}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
}

/** "3 → 5": a count says how many there are, a delivery adds to what is known. */
function moveOf(kind: PaperKind, before: number | null, quantity: number): string {
  if (kind === "delivery" && before === null) return t("stock.line.unknown");
  const after = kind === "count" ? quantity : (before ?? 0) + quantity;
  return t("stock.line", { before: before === null ? "?" : number(before), after: number(after) });
}
