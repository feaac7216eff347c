/** How far a photo is: ready to be tried out, to be looked at, or without a piece. */
import type { PhotoDraft } from "../../../lib/apiPhotos";

export type Standing = "none" | "check" | "ready";

/** What needs a person comes first. */
export const STANDINGS: readonly Standing[] = ["none", "check", "ready"];

export function standingOf({ ref, confidence }: Pick<PhotoDraft, "ref" | "confidence">): Standing {
  if (!ref || confidence === "none") return "none";
  return confidence === "likely" ? "check" : "ready";
}

export function sorted(drafts: readonly PhotoDraft[]): Record<Standing, PhotoDraft[]> {
  const found: Record<Standing, PhotoDraft[]> = { none: [], check: [], ready: [] };
  for (const draft of drafts) found[standingOf(draft)].push(draft);
  for (const each of Object.values(found)) each.sort(byPiece);
  return found;
}

/** Photos of one piece and colour stand together, in the order in which they will be shown. */
const byPiece = (a: PhotoDraft, b: PhotoDraft): number =>
  (a.ref ?? "").localeCompare(b.ref ?? "") ||
  a.colour.localeCompare(b.colour) ||
  a.position - b.position ||
  a.name.localeCompare(b.name);

/** A point of a box, in hundredths, held within it. */
export const within = (part: number): number => Math.min(100, Math.max(0, Math.round(part)));

const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where a key moves a point to, ten times as far with shift; null for other keys. */
export function moved(key: string, shift: boolean, [x, y]: readonly [number, number]): [number, number] | null {
  const step = STEPS[key];
  const far = shift ? 10 : 1;
  return step ? [within(x + step[0] * far), within(y + step[1] * far)] : null;
}
