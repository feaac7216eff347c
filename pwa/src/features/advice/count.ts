/** How many pieces remain, and how many of them are here: always on the screen. */
import { computed } from "@preact/signals";
import type { Advice } from "../../finder";
import { answers, snapshot, stock, t } from "../../state";
import { hasNeed, ranking } from "../need/ranking";
import { refined } from "../need/refinement";

/** "7 pièces en M, ici"; "12 pièces, dont 7 en M, ici"; "4 pièces plus légères que…". */
export const countLine = computed((): string => {
  const better = refined.value;
  if (better) return t("advice.count.plain", { n: better.remaining });
  if (!hasNeed.value) return t("advice.count.shop", { n: snapshot.value?.products.length ?? 0 });
  return ranking.value ? fitting(ranking.value) : t("advice.count.plain", { n: 0 });
});

function fitting({ remaining: n, here }: Advice): string {
  const { size } = answers.value;
  if (!stock.value || n === 0) return t("advice.count.plain", { n });
  const key = here === n ? "all" : here === 0 ? "none" : "some";
  return t(size ? `advice.count.${key}.size` : `advice.count.${key}`, { n, here, size: size ?? "" });
}
