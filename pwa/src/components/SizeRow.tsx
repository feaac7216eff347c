import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { counted } from "../lib/ages";
import { number } from "../lib/format";
import { t } from "../lib/i18n";
import style from "./SizeRow.module.css";

export interface SizeHere {
  size: string;
  /** Pieces here, or null where they were never counted. */
  quantity: number | null;
  /** RFC 3339, UTC; null where never counted. */
  counted_at: string | null;
}

interface Props {
  sizes: readonly SizeHere[];
  /** The customer's size. */
  wanted?: string | undefined;
  label: string;
  /** More about the size that was tapped, in the place of its claim. */
  detail?: (size: string) => ComponentChildren;
}

/** Solid is here, an outline is none, dotted was never counted; a tap says how many, and when that was counted. */
export function SizeRow({ sizes, wanted, label, detail }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const shown = sizes.find((one) => one.size === open);
  return (
    <div class={style.sizes}>
      <ul class={style.row} aria-label={label}>
        {sizes.map((one) => (
          <li key={one.size}>
            <button
              type="button"
              class={`${style.size} ${style[stateOf(one)]} ${one.size === wanted ? style.wanted : ""}`}
              aria-label={claim(one)}
              aria-expanded={one.size === open}
              onClick={() => setOpen(one.size === open ? null : one.size)}
            >
              {one.size}
            </button>
          </li>
        ))}
      </ul>
      {shown && detail ? (
        detail(shown.size)
      ) : (
        <p class={style.claim} role="status">
          {shown ? claim(shown) : ""}
        </p>
      )}
    </div>
  );
}

function stateOf(one: SizeHere): "here" | "none" | "asked" {
  if (one.quantity === null) return "asked";
  return one.quantity > 0 ? "here" : "none";
}

/** "M : 2 ici · compté à 10:12". Stock is always a dated claim. */
export function claim(one: SizeHere): string {
  if (one.quantity === null || !one.counted_at) return t("ui.size.unknown", { size: one.size });
  const values = { size: one.size, n: one.quantity, count: number(one.quantity), counted: counted(one.counted_at) };
  return t(one.quantity > 0 ? "ui.size.here" : "ui.size.none", values);
}
