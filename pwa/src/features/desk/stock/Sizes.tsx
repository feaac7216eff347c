import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { StockedVariant } from "../../../lib/apiStock";
import { t } from "../../../state";
import { bySize, stateOf } from "./sizes";
import style from "./stock.module.css";

/** Room for "+12", in pixels. */
const REST_PX = 40;

/** A piece's sizes, all colours together: solid is here, an outline is none, dotted was never counted. */
export function Sizes({ variants }: { variants: readonly StockedVariant[] }) {
  const sizes = bySize(variants);
  const box = useRef<HTMLSpanElement>(null);
  const [fit, setFit] = useState({ shown: sizes.length, left: 0 });
  useLayoutEffect(() => {
    const line = box.current;
    if (!line) return undefined;
    const measure = () => setFit((now) => fitting(line, now));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(line);
    return () => observer.disconnect();
  }, [sizes.length]);
  const hidden = sizes.length - fit.shown;
  return (
    <span ref={box} class={style.sizes}>
      {sizes.map(({ size, quantity }, at) => (
        <span
          key={size}
          data-size
          class={`${style.size} ${style[stateOf(quantity)]} ${at < fit.shown ? "" : style.beyond}`}
        >
          {size}
          <span class={style.figure}>{quantity ?? "?"}</span>
        </span>
      ))}
      {hidden > 0 && (
        <span class={style.rest} style={{ left: `${fit.left}px` }}>
          +{hidden}
          <span class="spoken"> {t("stock.sizes.more")}</span>
        </span>
      )}
    </span>
  );
}

interface Fit {
  shown: number;
  /** Where the count of the others stands. */
  left: number;
}

/** How many sizes stand whole in their line, with room for the count of the others. */
function fitting(line: HTMLElement, now: Fit): Fit {
  const chips = [...line.querySelectorAll<HTMLElement>("[data-size]")];
  const ends = chips.map((chip) => chip.offsetLeft + chip.offsetWidth);
  const width = line.clientWidth;
  const isWhole = (ends.at(-1) ?? 0) <= width;
  const shown = isWhole ? chips.length : ends.filter((end) => end <= width - REST_PX).length;
  const left = isWhole ? 0 : (chips[shown]?.offsetLeft ?? 0);
  return now.shown === shown && now.left === left ? now : { shown, left };
}
