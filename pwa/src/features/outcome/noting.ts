/** Note advice and outcomes: each need once, what came of it as often as it is put right. */
import type { DayEntry, OutcomeSaid, PastNeed } from "../../db";
import { log } from "../../lib/log";
import { note, session, snapshot } from "../../state";
import { entryOf, show, today } from "../../state/day";
import { noteTogether, type Said } from "../../state/outbox";
import { type Exchange, movesOf, needBeside, soldAfter } from "../../state/sales";
import { letGo, need, noted, noteSold, over, presentNeed, stillWaits, takeBack } from "../../state/visit";
import { compose } from "./compose";

/** The event of each need that was over, as far as this page noted it. */
const events = new Map<string, string>();

let running: Promise<void> = Promise.resolve();

/** Note all needs that are over, one after the other. Never throws: what could not be noted waits. */
export function noteOver(): Promise<void> {
  running = running.then(() => alone(noteAll)).catch(waits);
  return running;
}

const waits = (cause: unknown): void => log.warn("advice not noted", cause);

/** One window at a time: the others find the need gone. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request("cordee-needs", work);
}

async function noteAll(): Promise<void> {
  for (const past of over.peek()) {
    if (!session.peek() || !snapshot.peek()) return;
    // One that fails does not hold up the others.
    await noteOne(past).catch(waits);
  }
}

async function noteOne(past: PastNeed): Promise<void> {
  if (await stillWaits(past.id)) await notePast(past);
  letGo(past.id);
}

async function notePast(past: PastNeed): Promise<void> {
  const said = await compose(past);
  if (!said) return;
  const event = await note("advice", said, ({ id }) => [
    { store: "over", key: past.id, value: undefined },
    ...kept(entryFor(id, past, said.proposed)),
  ]);
  events.set(past.id, event.id);
  shown(entryFor(event.id, past, said.proposed));
}

/** The event of a need that is over; null where it was no advice. */
export async function eventOf(past: PastNeed): Promise<string | null> {
  await noteOver();
  return past.advice ?? events.get(past.id) ?? null;
}

/** Take the last customer back, at once; where the need was noted meanwhile, it goes on under that event. */
export async function undo(past: PastNeed): Promise<void> {
  takeBack(past);
  const event = await eventOf(past);
  if (event && need.peek().since === past.since) noted(event);
}

/** Note the present need, where it is not noted yet, and give its event; it goes on under that name. */
async function notePresent(): Promise<string> {
  const past = presentNeed();
  if (past.advice) return past.advice;
  const said = await compose(past);
  if (!said) throw new TypeError("nothing is noted without a catalogue");
  // The customer may have asked for something else meanwhile: that is another need.
  const isStill = () => need.peek().since === past.since;
  const event = await note("advice", said, ({ id }) => [
    ...(isStill() ? [{ store: "visit" as const, key: "current", value: { ...need.peek(), advice: id } }] : []),
    ...kept(entryFor(id, past, said.proposed)),
  ]);
  if (isStill()) noted(event.id);
  shown(entryFor(event.id, past, said.proposed));
  return event.id;
}

/** No sale, or one that is not counted. */
const NOTHING: Exchange = { taken: [], returned: [] };

/**
 * Record what came of an advice: the present one, or the one that is named. Resolves once it is stored.
 *
 * What a sale moves on the shelf is stored with it, or not at all.
 */
export async function noteOutcome(
  said: OutcomeSaid,
  refs: readonly string[],
  advice?: string,
  exchange: Exchange = NOTHING,
): Promise<string> {
  const about = advice ?? (await notePresent());
  const outcome = { kind: "outcome", payload: { advice: about, ...said, refs } };
  await noteOf(about, [outcome, ...movesOf(exchange)], exchange, said);
  return about;
}

/** Record what moved on the shelf, where the outcome itself is recorded already. */
export async function noteExchange(about: string | undefined, exchange: Exchange): Promise<void> {
  const [first, ...more] = movesOf(exchange);
  if (first) await noteOf(about, [first, ...more], exchange);
}

async function noteOf(
  about: string | undefined,
  events: [Said, ...Said[]],
  exchange: Exchange,
  said?: OutcomeSaid,
): Promise<void> {
  const known = today.peek().find(({ id }) => id === about);
  const sold = soldAfter(known?.sold, exchange);
  const entry = known && { ...known, sold, ...(said ? { outcome: said } : {}) };
  const moves = exchange.taken.length + exchange.returned.length > 0;
  const isPresent = () => moves && need.peek().advice === (about ?? null);
  await noteTogether(events, () => [...kept(entry), ...(isPresent() ? [needBeside(exchange)] : [])]);
  if (isPresent()) noteSold(soldAfter(need.peek().sold, exchange));
  shown(entry);
}

/** What has left the stock for a customer: in the need, and under the advice that noted it. */
export function soldFor(advice: string | null | undefined, sold: readonly string[] = []): readonly string[] {
  const entry = advice ? today.peek().find(({ id }) => id === advice) : undefined;
  const present = advice && need.peek().advice === advice ? need.peek().sold : [];
  return [...new Set([...sold, ...(entry?.sold ?? []), ...(present ?? [])])];
}

const entryFor = (id: string, past: PastNeed, proposed: { ref: string }[]): DayEntry | null => {
  const refs = [...past.favourites, ...past.looked.map(({ ref }) => ref), ...proposed.map(({ ref }) => ref)];
  const entry = entryOf({ id, kind: "advice", answers: past.answers, refs: [...new Set(refs)].slice(0, MOST_SHOWN) });
  return entry && { ...entry, sold: past.sold ?? [] };
};

const MOST_SHOWN = 6;

const kept = (entry: DayEntry | null | undefined) => (entry ? [{ store: "day" as const, value: entry }] : []);

function shown(entry: DayEntry | null | undefined): void {
  if (entry) show(entry);
}
