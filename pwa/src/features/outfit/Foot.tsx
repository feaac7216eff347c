import { Slider } from "../../components/Slider";
import type { Outfit } from "../../finder/outfit";
import { dotted } from "../../lib/dotted";
import { t } from "../../state";
import style from "./Foot.module.css";
import { budget, range, setBudget } from "./state";
import { labels, price, weight } from "./words";

/** What it all comes to, always in sight; the slider recomposes at once. */
export function Foot({ outfit }: { outfit: Outfit }) {
  return (
    <section class={style.foot} aria-label={t("outfit.total")}>
      <div class={style.inner}>
        <Sums outfit={outfit} />
        <BudgetLine outfit={outfit} />
      </div>
    </section>
  );
}

export function Sums({ outfit }: { outfit: Outfit }) {
  const total = outfit.total_cents ?? 0;
  const saved = (outfit.reference_total_cents ?? 0) - total;
  const heavy = weight(outfit.weight_g, outfit.weighed, outfit.pieces);
  return (
    <p class={style.sums} aria-live="polite">
      <span class={style.total}>{price(total)}</span>
      <span class={style.more}>
        <span>{dotted(t("outfit.pieces", { n: outfit.pieces }), heavy)}</span>
        {saved > 0 && <span class={style.saved}>{t("outfit.saving", { price: price(saved) })}</span>}
      </span>
    </p>
  );
}

function BudgetLine({ outfit }: { outfit: Outfit }) {
  const limits = range.value;
  if (!limits || limits.min >= limits.max) return null;
  const left = outfit.left_out;
  return (
    <div class={style.budget}>
      <Slider
        label={t("outfit.budget")}
        value={Math.min(limits.max, Math.max(limits.min, budget.value ?? limits.max))}
        min={limits.min}
        max={limits.max}
        step={1000}
        format={(cents) => (cents >= limits.max ? t("outfit.budget.none") : price(cents))}
        onInput={setBudget}
        unset={t("outfit.budget.none")}
        short
      />
      {outfit.over_budget && <p class={style.note}>{t("outfit.budget.over")}</p>}
      {left.length > 0 && (
        <p class={style.note}>
          <span>{t("outfit.left", { slots: labels(left) })}</span>{" "}
          <button type="button" class={style.complete} onClick={() => setBudget(limits.complete)}>
            {t("outfit.complete", { price: price(limits.complete) })}
          </button>
        </p>
      )}
    </div>
  );
}
