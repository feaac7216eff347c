import { useSignal } from "@preact/signals";
import type { Product } from "../../catalogue/types";
import { Chip, Chips } from "../../components/Chip";
import { say } from "../../components/Toast";
import { log } from "../../lib/log";
import type { Verdict } from "../../sizing/tried";
import { note, t, unsent, when } from "../../state";
import style from "./SizePanel.module.css";
import { KIND, knownTryOns, sizesOf } from "./triedHere";

/** From the seller's mouth: which size is right, compared with the one just tried. */
const VERDICTS: Verdict[] = ["larger", "right", "smaller"];

/** A run of half numbers is long: who tries on has a size near the advised one in the hand. */
const MOST = 10;
const NEAR = 4;

function around(sizes: string[], advised: string | null): string[] {
  const place = advised === null ? -1 : sizes.indexOf(advised);
  return sizes.length <= MOST || place < 0 ? sizes : sizes.slice(Math.max(0, place - NEAR), place + NEAR + 1);
}

interface Props {
  product: Product;
  /** What the chart and the brand's note gave, before any try-ons. */
  advised: string | null;
  usual: { system: string; size: string } | null;
}

/** What a try-on showed, in two taps: the size that was tried, and how it was. */
export function TryOn({ product, advised, usual }: Props) {
  const tried = useSignal<string | null>(null);
  const waiting = unsent.value.filter((event) => event.kind === KIND && event.payload.ref === product.ref).length;
  const known = knownTryOns(product);
  const keep = async (verdict: Verdict) => {
    const size = tried.peek();
    tried.value = null;
    try {
      await note(KIND, { ref: product.ref, size_tried: size, advised, usual, verdict });
      say(t("tried.kept"));
    } catch (cause) {
      log.error("try-on not stored", cause);
      tried.value = size;
      say(t("tried.failed"));
    }
  };
  return (
    <section class={style.tried}>
      <h3 class={style.legend}>{t("tried.title")}</h3>
      {/* biome-ignore lint/a11y/useSemanticElements: the heading above says it already */}
      <div class={style.grid} role="group" aria-label={t("tried.size")}>
        {around(sizesOf(product), advised).map((size) => (
          <Chip
            key={size}
            on={tried.value === size}
            onClick={() => {
              tried.value = tried.value === size ? null : size;
            }}
          >
            <span class={style.figure}>{size}</span>
          </Chip>
        ))}
      </div>
      {tried.value && (
        <Chips label={t("tried.verdict", { size: tried.value })}>
          {VERDICTS.map((verdict) => (
            <Chip key={verdict} kind="firm" onClick={() => void keep(verdict)}>
              {t(`tried.${verdict}`)}
            </Chip>
          ))}
        </Chips>
      )}
      {known.total > 0 && known.as_of && (
        <p class={style.waiting}>{t("tried.known", { n: known.total, when: when(known.as_of) })}</p>
      )}
      {waiting > 0 && <p class={style.waiting}>{t("tried.waiting", { n: waiting })}</p>}
    </section>
  );
}
