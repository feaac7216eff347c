/**
 * The present customer beyond the answers: what was looked at and kept, and when a need is over.
 *
 * One need leaves one advice. It is over with the next customer, with another activity or another kind of piece, and with
 * the day; an outcome notes it before. What is over waits in the storage until it is noted.
 */
import { batch, computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { v7 } from "uuid";
import type { Answers } from "../catalogue/types";
import { forgetCustomer, isOver, type Need, type PastNeed, readNeed, readOver, saveNeed, type Way } from "../db";
import { localTime } from "../lib/localTime";
import { log } from "../lib/log";
import { match, type Route, route } from "../lib/router";
import { answers, nextCustomer, setAnswers } from "./customer";

/** Long enough to read the best piece aloud: answers that stood shorter were a slip of the thumb. */
const READ_MS = 5_000;
const MOST_LOOKED = 20;

const NOTHING: Need = {
  since: null,
  about: {},
  favourites: [],
  looked: [],
  relaxed: [],
  spoken: false,
  dressed: false,
  advice: null,
};

const current = signal<Need>(NOTHING);
const waiting = signal<readonly PastNeed[]>([]);

export const need: ReadonlySignal<Need> = current;
/** Needs that are over and not noted yet. */
export const over: ReadonlySignal<readonly PastNeed[]> = waiting;
/** What this customer has set their heart on, in the order it was kept. */
export const favourites = computed(() => current.value.favourites);
/** Whether a customer is being served: something was said or kept. Who only looks at pieces may be alone. */
export const serving = computed(() => current.value.since !== null || current.value.favourites.length > 0);

/** Take the customer up again after a restart, and follow what is said and opened from now on. */
export async function startVisit(): Promise<void> {
  try {
    const [kept, left] = await Promise.all([readNeed(), readOver()]);
    if (kept) current.value = kept;
    waiting.value = left;
  } finally {
    follow();
  }
}

function follow(): void {
  effect(() => {
    const said = answers.value;
    untracked(() => heard(said));
  });
  let last = "";
  effect(() => {
    const here = route.value;
    untracked(() => arrived(here, last));
    if (!here.path.startsWith("/product/")) last = here.path;
  });
  const ofYesterday = () => {
    const { since } = current.peek();
    if (since && dayOf(since) !== dayOf()) endCustomer();
  };
  ofYesterday();
  document.addEventListener("visibilitychange", ofYesterday);
}

/** The date on the shop's wall: "2026-11-21". */
export const dayOf = (iso?: string): string => localTime(iso ? new Date(iso) : new Date()).slice(0, 10);

/** A first answer begins a need; another activity or another kind of piece begins the next one. */
function heard(said: Answers): void {
  const now = current.peek();
  const left = before;
  before = said;
  if (Object.keys(said).length === 0) return;
  const about = { ...now.about, ...pick(said) };
  if (isOther(now.about, about)) {
    change({ ...NOTHING, favourites: now.favourites, since: moment(), about }, asOver(now, left));
  } else if (now.since === null) {
    // What was looked at without a word belongs to nobody, unless something of it was kept.
    const { looked, sold = [] } = now.favourites.length > 0 ? now : NOTHING;
    change({ ...now, since: moment(), about, looked, sold });
  } else if (JSON.stringify(about) !== JSON.stringify(now.about)) change({ ...now, about });
}

/** Needs that the storage has refused: they are noted from memory. */
const unkept = new Set<string>();
let keeping: Promise<void> = Promise.resolve();

function keep(writing: Promise<void>, past?: PastNeed): void {
  const failed = (cause: unknown) => {
    if (past) unkept.add(past.id);
    log.warn("customer not kept", cause);
  };
  keeping = Promise.all([keeping, writing.catch(failed)]).then(() => {});
}

/** Whether a need still waits to be noted, once all that is on its way to the storage is there. */
export async function stillWaits(id: string): Promise<boolean> {
  await keeping;
  return unkept.has(id) || isOver(id);
}

/** The answers before the present ones: those of a need that has just been left. */
let before: Answers = {};

const pick = ({ activity, wanted }: Answers): Need["about"] => ({
  ...(activity === undefined ? {} : { activity }),
  ...(wanted === undefined ? {} : { wanted }),
});

const isOther = (was: Need["about"], is: Need["about"]): boolean =>
  (["activity", "wanted"] as const).some((key) => was[key] !== undefined && is[key] !== was[key]);

const moment = (): string => new Date().toISOString();

/** A piece that is opened was looked at for this customer, by the way that led to it. */
function arrived({ path, query }: Route, last: string): void {
  const now = current.peek();
  if (path === "/outfit" && now.since && !now.dressed) change({ ...now, dressed: true });
  const ref = match("/product/:ref", path)?.ref;
  if (!ref) return;
  const seen = { ref, way: wayFrom(last, query), ...(query.gtin ? { gtin: query.gtin } : {}) };
  change({ ...now, looked: [seen, ...now.looked.filter((one) => one.ref !== ref)].slice(0, MOST_LOOKED) });
}

function wayFrom(last: string, query: Route["query"]): Way {
  if (last === "/scan" || query.gtin !== undefined) return "scan";
  if (last === "/search") return "search";
  return last.startsWith("/outfit") ? "outfit" : "finder";
}

function change(next: Need, past?: PastNeed): void {
  current.value = next;
  if (past) waiting.value = [...waiting.peek(), past];
  keep(saveNeed(next, { past }), past);
}

/** Keep a piece for this customer, or let it go. */
export function toggleFavourite(ref: string): void {
  const now = current.peek();
  const without = now.favourites.filter((other) => other !== ref);
  const had = without.length < now.favourites.length;
  change({ ...now, favourites: had ? without : [...now.favourites, ref] });
}

/** Wishes were let go to find something. */
export function noteRelaxed(names: readonly string[]): void {
  const now = current.peek();
  change({ ...now, relaxed: [...new Set([...now.relaxed, ...names])] });
}

/** The customer's own words were read. */
export function noteSpoken(): void {
  const now = current.peek();
  if (!now.spoken) change({ ...now, spoken: true });
}

/** The present need is noted: what comes of it refers to this event. */
export function noted(advice: string): void {
  change({ ...current.peek(), advice });
}

/** What left the stock for this customer is another list now. */
export function noteSold(sold: readonly string[]): void {
  change({ ...current.peek(), sold });
}

/** A need that was over is noted and forgotten. */
export function letGo(id: string): void {
  waiting.value = waiting.peek().filter((past) => past.id !== id);
}

/** The present need as it would be noted now. */
export const presentNeed = (): PastNeed => ({ ...current.peek(), id: v7(), answers: answers.peek() });

/** Whether an advice was given: something was opened or kept, or the answers stood long enough to be read. */
export function isAdvice({ since, favourites: kept, looked, relaxed, dressed }: Need): boolean {
  if (kept.length > 0 || looked.length > 0 || relaxed.length > 0 || dressed) return true;
  return since !== null && Date.now() - Date.parse(since) >= READ_MS;
}

function asOver(left: Need, said: Answers): PastNeed | undefined {
  if (left.advice !== null || !isAdvice(left)) return undefined;
  return { ...left, id: v7(), answers: { ...said, ...left.about } };
}

/** Begin anew: nothing of the last customer stays but what is left to note. Gives the need that is over. */
export function endCustomer(): PastNeed {
  const left = current.peek();
  const said = answers.peek();
  const past = asOver(left, said);
  batch(() => {
    current.value = NOTHING;
    if (past) waiting.value = [...waiting.peek(), past];
    before = {};
    nextCustomer();
  });
  keep(forgetCustomer(NOTHING, past), past);
  return past ?? { ...left, id: v7(), answers: said };
}

/** Take a customer back; `advice` is the event of the need, where it was noted meanwhile. */
export function takeBack({ id, answers: said, ...left }: PastNeed, advice: string | null = null): void {
  const next = { ...left, advice: advice ?? left.advice };
  batch(() => {
    before = said;
    current.value = next;
    unkept.delete(id);
    letGo(id);
    setAnswers(said);
  });
  keep(saveNeed(next, { again: id }));
}

/** A customer of today is back: the need stands again under the event that noted it. */
export function takeUp(said: Answers, advice: string, since: string): void {
  takeBack({ ...NOTHING, id: v7(), answers: said, since, about: pick(said) }, advice);
}
