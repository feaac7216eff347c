import { longDay } from "../../lib/format";
import { t } from "../../state";
import { day, deck } from "../../state/training";
import style from "./summary.module.css";

/** When the next cards come back; nothing where some are left for today. */
export function Coming() {
  const next = deck.value?.next;
  if (!next) return null;
  const isTomorrow = next.day === dayAfter(day.value);
  return (
    <p class={style.coming}>
      {isTomorrow
        ? t("learn.coming.tomorrow", { n: next.count })
        : t("learn.coming", { n: next.count, day: longDay(next.day) })}
    </p>
  );
}

const DAY_MS = 86_400_000;
const dayAfter = (iso: string): string => new Date(Date.parse(`${iso}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
