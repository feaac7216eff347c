/** A short vibration that says "taken": the eyes are on the tag, not on the screen. */
import { signal } from "@preact/signals";

const MS = { scan: 40, done: [30, 60, 30] } as const;

/** What the person chose; a phone set to less motion does not shake either. */
export const buzzing = signal(true);

export function buzz(what: keyof typeof MS): void {
  if (!buzzing.peek() || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const pattern = MS[what];
  navigator.vibrate?.(typeof pattern === "number" ? pattern : [...pattern]);
}
