/** Up to three pieces that lie side by side. */
import { signal } from "@preact/signals";

export const MOST = 3;

/** Their refs, in the order they were laid down. */
export const chosen = signal<readonly string[]>([]);

/** Lay a piece beside the others, or take it away; a fourth takes the place of the first. */
export function toggleChosen(ref: string): void {
  const kept = chosen.peek().filter((other) => other !== ref);
  chosen.value = kept.length < chosen.peek().length ? kept : [...kept, ref].slice(-MOST);
}

export function clearChosen(): void {
  chosen.value = [];
}
