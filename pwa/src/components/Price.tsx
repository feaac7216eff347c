import { money, reduction } from "../lib/format";
import { t } from "../lib/i18n";
import style from "./Price.module.css";

interface Props {
  cents: number;
  /** The lowest price of the thirty days before the reduction, or null where no reduction is announced. */
  reference?: number | null | undefined;
  currency?: string;
  /** The line that the law asks for beside a reduction. */
  law?: string;
  size?: "small" | "large";
}

/** Whole per cent, rounded down: a reduction must never be overstated. */
const share = (cents: number, reference: number): number => Math.floor(((reference - cents) * 100) / reference) / 100;

/** A price, and the reference price it is reduced from. */
export function Price({ cents, reference = null, currency = "EUR", law, size = "small" }: Props) {
  const reduced = reference !== null && reference > cents;
  return (
    <div class={`${style.price} ${style[size]}`}>
      <span class={style.now}>{money(cents, currency)}</span>
      {reduced && (
        <span class={style.before}>
          <span class="spoken">{t("ui.price.instead")} </span>
          <s>{money(reference, currency)}</s>
          {size === "large" && <span class={style.less}> {reduction(share(cents, reference))}</span>}
        </span>
      )}
      {reduced && law && <p class={style.law}>{law}</p>}
    </div>
  );
}
