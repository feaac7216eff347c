import { Minus, Plus, X } from "lucide-preact";
import type { Product, Variant } from "../../catalogue/types";
import { Silhouette } from "../../components/Silhouette";
import { dotted } from "../../lib/dotted";
import { categories, claimOf, t, variants } from "../../state";
import { nameOf } from "../need/piece";
import { bySize } from "../search/facets";
import { claimText } from "./claim";
import style from "./count.module.css";
import { change, draft } from "./counting";
import { counted, countOf, type Line, without } from "./draft";

/** What was counted so far, the latest at the top. */
export function Lines() {
  const { lines } = draft.value;
  if (lines.length === 0) return null;
  return (
    <section aria-label={t("count.lines")}>
      <ul class={style.rows}>
        {lines.map((line) => (
          <Counted key={line.gtin} line={line} />
        ))}
      </ul>
    </section>
  );
}

/** All variants of a piece, to count it size by size without a tag; the one that was asked for first. */
export function Offered({ product, gtin }: { product: Product; gtin: string | undefined }) {
  const open = product.variants.filter((variant) => countOf(draft.value, variant.gtin) === null);
  if (open.length === 0) return null;
  const first = (variant: Variant) => Number(variant.gtin !== gtin);
  const sorted = open.sort((a, b) => first(a) - first(b) || a.colour - b.colour || bySize(a.size, b.size));
  return (
    <section aria-label={t("count.offered")}>
      <h2 class={style.legend}>{t("count.offered")}</h2>
      <ul class={style.rows}>
        {sorted.map((variant) => (
          <li key={variant.gtin} class={style.row}>
            <What product={product} variant={variant} />
            <div class={style.steps}>
              <button
                type="button"
                class={style.zero}
                onClick={() => change(counted(draft.peek(), variant.gtin, 0))}
                aria-label={t("count.zero.of", { name: labelOf(product, variant) })}
              >
                {t("count.zero")}
              </button>
              <Step
                label={t("count.more", { name: labelOf(product, variant) })}
                onClick={() => change(counted(draft.peek(), variant.gtin, 1))}
              >
                <Plus aria-hidden="true" />
              </Step>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One variant with its number: a tap more, a tap less, or the number itself. */
function Counted({ line: { gtin, count } }: { line: Line }) {
  const found = variants.value.get(gtin);
  const name = found ? labelOf(found.product, found.variant) : gtin;
  const set = (next: number) => change(counted(draft.peek(), gtin, next));
  return (
    <li class={style.row}>
      {found ? <What {...found} /> : <strong>{gtin}</strong>}
      <div class={style.steps}>
        {count === 0 ? (
          <Step label={t("count.remove", { name })} onClick={() => change(without(draft.peek(), gtin))}>
            <X aria-hidden="true" />
          </Step>
        ) : (
          <Step label={t("count.less", { name })} onClick={() => set(count - 1)}>
            <Minus aria-hidden="true" />
          </Step>
        )}
        <input
          class={style.number}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          aria-label={t("count.number", { name })}
          value={count}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const typed = Number.parseInt(event.currentTarget.value, 10);
            if (Number.isNaN(typed)) event.currentTarget.value = String(count);
            else set(typed);
          }}
        />
        <Step label={t("count.more", { name })} onClick={() => set(count + 1)}>
          <Plus aria-hidden="true" />
        </Step>
      </div>
    </li>
  );
}

interface StepProps {
  label: string;
  onClick: () => void;
  children: preact.ComponentChildren;
}

function Step({ label, onClick, children }: StepProps) {
  return (
    <button type="button" class={style.step} aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}

/** "Trilogy Edge GTX Pro, M, Bleu nuit": what a screen reader says of a row. */
export const labelOf = (product: Product, variant: Variant): string =>
  [nameOf(product), ...whichOf(product, variant)].join(", ");

const whichOf = (product: Product, variant: Variant): string[] =>
  [variant.size, product.colours[variant.colour]?.name ?? ""].filter(Boolean);

export function What({ product, variant }: { product: Product; variant: Variant }) {
  return (
    <div class={style.what}>
      <Silhouette
        class={style.picture}
        drawing={categories.value.get(product.category)?.silhouette}
        colour={product.colours[variant.colour]?.hex}
      />
      <p class={style.words}>
        <strong>{nameOf(product)}</strong>
        <span>{dotted(...whichOf(product, variant))}</span>
        <small>{claimText(claimOf(variant.gtin))}</small>
      </p>
    </div>
  );
}
