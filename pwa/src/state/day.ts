/** What this person advised and looked at on this phone today. It is gone with the day. */
import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { clearDayBefore, type DayEntry, readDay, saveDayEntry } from "../db";
import { log } from "../lib/log";
import { session } from "./session";
import { dayOf, need } from "./visit";

const entries = signal<readonly DayEntry[]>([]);

/** Own entries of today, the newest first. */
export const today: ReadonlySignal<readonly DayEntry[]> = computed(() => {
  const me = session.value;
  const day = dayOf();
  const own = (entry: DayEntry) => entry.author === me?.person.id && entry.shop === me.shop.id && entry.day === day;
  return entries.value.filter(own).sort((one, other) => (one.at < other.at ? 1 : -1));
});

/** Read what is kept of today, forget what is older, and remember each piece that is opened. */
export async function startDay(): Promise<void> {
  effect(() => {
    const last = need.value.looked[0];
    if (last) untracked(() => remember(last.ref));
  });
  document.addEventListener("visibilitychange", () => void turn());
  await turn();
  entries.value = [...entries.peek(), ...(await readDay())].filter(
    (entry, at, all) => all.findIndex(({ id }) => id === entry.id) === at,
  );
}

/** A new day begins with nothing of the old one. */
async function turn(): Promise<void> {
  const day = dayOf();
  if (entries.peek().some((entry) => entry.day !== day))
    entries.value = entries.peek().filter((one) => one.day === day);
  await clearDayBefore(day).catch((cause: unknown) => log.warn("yesterday not forgotten", cause));
}

/** A new entry of today, not kept yet; null where nobody is signed in. */
export function entryOf(given: Pick<DayEntry, "id" | "kind" | "answers" | "refs">): DayEntry | null {
  const me = session.peek();
  if (!me) return null;
  return {
    ...given,
    at: new Date().toISOString(),
    day: dayOf(),
    author: me.person.id,
    shop: me.shop.id,
    outcome: null,
  };
}

/** Show an entry that is kept: a new one, or one in the place of an older. */
export function show(entry: DayEntry): void {
  entries.value = [entry, ...entries.peek().filter(({ id }) => id !== entry.id)];
}

function remember(ref: string): void {
  const id = `piece/${session.peek()?.person.id}/${ref}`;
  const entry = entryOf({ id, kind: "piece", answers: {}, refs: [ref] });
  if (!entry) return;
  show(entry);
  saveDayEntry(entry).catch((cause: unknown) => log.warn("piece not remembered", cause));
}
