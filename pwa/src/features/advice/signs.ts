/** The drawing that stands for an answer: a piece that everybody connects with it. */
import type { Category, Group } from "../../catalogue/types";

/** Category whose silhouette stands for an activity. */
const ACTIVITY_SIGN: Record<string, string> = {
  "alpine-skiing": "ski-jacket",
  freeride: "airbag-pack",
  "ski-touring": "touring-pants",
  "nordic-skiing": "glove-liners",
  snowshoeing: "gaiters",
  "winter-hiking": "winter-boots",
  mountaineering: "mountaineering-boots",
  "ice-climbing": "climbing-pack",
  "via-ferrata": "approach-shoes",
  climbing: "climbing-shoes",
  hiking: "hiking-boots",
  trekking: "hiking-pack",
  "trail-running": "trail-shoes",
  camping: "sleeping-bag",
  "snow-play": "ski-suit",
  travel: "duffel",
  everyday: "hat",
};

/** Category whose silhouette stands for a group, where its first category does not tell it from its neighbour. */
const GROUP_SIGN: Record<string, string> = {
  jacket: "softshell-jacket",
  skiwear: "ski-suit",
  pants: "hiking-pants",
  footwear: "hiking-shoes",
  boots: "mountaineering-boots",
};

/** Inner SVG for an activity, a group or a category; undefined where there is none. */
export function signOf(
  id: string,
  categories: ReadonlyMap<string, Category>,
  groups: readonly Group[],
): string | undefined {
  const group = groups.find((one) => one.id === id);
  const candidates = [id, ACTIVITY_SIGN[id], GROUP_SIGN[id], ...(group?.categories ?? [])];
  for (const candidate of candidates) {
    const drawing = candidate === undefined ? undefined : categories.get(candidate)?.silhouette;
    if (drawing) return drawing;
  }
  return undefined;
}
