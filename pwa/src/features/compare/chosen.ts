/** Up to three pieces that lie side by side, for the customer who is here: after a restart too, but not on the next day. */
import { effect, signal } from "@preact/signals";
import { readDraft, saveDraft } from "../../db";
import { localTime } from "../../lib/localTime";
import { log } from "../../lib/log";
import { session } from "../../state";

export const MOST = 3;
const KEPT = "compare";

/** Their refs, in the order they were laid down. */
export const chosen = signal<readonly string[]>([]);

/** Lay a piece beside the others, or take it away; a fourth takes the place of the first. */
export function toggleChosen(ref: string): void {
  const kept = chosen.peek().filter((other) => other !== ref);
  put(kept.length < chosen.peek().length ? kept : [...kept, ref].slice(-MOST));
}

export function clearChosen(): void {
  if (chosen.peek().length > 0) put([]);
}

function put(refs: readonly string[]): void {
  chosen.value = refs;
  saveDraft(KEPT, [today(), ...refs].join(" ")).catch((cause: unknown) => log.warn("comparison not kept", cause));
}

/** Take up what lay there before a restart. */
export async function resumeChosen(): Promise<void> {
  const [day, ...refs] = (await readDraft(KEPT))?.split(" ") ?? [];
  if (day === today() && chosen.peek().length === 0) chosen.value = refs.slice(-MOST);
}

const today = (): string => localTime(new Date()).slice(0, 10);

let person: string | undefined;

// On a shared phone each person takes up their own customer.
effect(() => {
  const next = session.value?.person.id;
  if (next === person) return;
  if (person) chosen.value = [];
  person = next;
  if (next) resumeChosen().catch((cause: unknown) => log.warn("comparison not read", cause));
});
