/** What is to be noted of a customer: asked in passing, never waited for. */
import { signal } from "@preact/signals";
import type { DayEntry, PastNeed } from "../../db";
import { endCustomer, serving } from "../../state/visit";
import { chosen, clearChosen } from "../compare/chosen";

export type Asked =
  /** The next customer has come; `tray` lay side by side for the last one. */
  | { kind: "next"; past: PastNeed; tray: readonly string[] }
  /** The seller wants to note what came of the present need, from a piece or from the list. */
  | { kind: "now"; refs: readonly string[] }
  /** An advice of today, once more. */
  | { kind: "entry"; entry: DayEntry };

export const asked = signal<Asked | null>(null);

/** Begin with nothing of the last customer, and ask in the same gesture what came of the advice. */
export function nextCustomer(): void {
  const served = serving.peek();
  const tray = chosen.peek();
  const past = endCustomer();
  clearChosen();
  asked.value = served ? { kind: "next", past, tray } : null;
}
