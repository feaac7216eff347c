/** The catalogue and the stock of the shop: what is on the phone at once, what is newer when nobody is looking. */
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { type Speech, spokenIn } from "../catalogue/speech";
import type { Snapshot, Stock } from "../catalogue/types";
import { confirmStock, editionOf, type Kept, readSnapshot, readSpeech, readStock, saveStock } from "../db";
import { fetchStock } from "../lib/api";
import { breath } from "../lib/breath";
import { nowIso } from "../lib/clock";
import { LANGS } from "../lib/i18n";
import { log } from "../lib/log";
import { NetError } from "../lib/net";
import { openChannel } from "../lib/windows";
import { bring, tried } from "./bringing";
import { noteReach } from "./online";

const shownSnapshot = signal<Snapshot | null>(null);
/** The words of the seller's language, where the catalogue itself is here in another one only; and of the customer's. */
const ownSpeech = signal<Speech | null>(null);
const customerSpeech = signal<Speech | null>(null);
const waitingSnapshot = signal<Snapshot | null>(null);
const shownStock = signal<Stock | null>(null);
const checked = signal<string | null>(null);
const work = signal<"idle" | "refreshing">("idle");
const failure = signal<NetError | null>(null);
/** The newest catalogue of the shop that is known here, shown or waiting. */
let latest: Kept<Snapshot> | undefined;

/** The catalogue in the language of the screens, as far as its words are on the phone. */
export const snapshot: ReadonlySignal<Snapshot | null> = computed(
  () => shownSnapshot.value && spokenIn(shownSnapshot.value, customerSpeech.value ?? ownSpeech.value),
);
/** The edition that is shown, whatever it is shown in. */
export const edition = computed(() => shownSnapshot.value?.content_hash ?? null);
/** A newer catalogue, stored and ready, that the screen does not show yet. */
export const nextSnapshot: ReadonlySignal<Snapshot | null> = waitingSnapshot;
export const stock: ReadonlySignal<Stock | null> = shownStock;
/** When this phone last heard from the server that what it shows is current (RFC 3339, UTC). */
export const lastSync: ReadonlySignal<string | null> = checked;
export const syncing = work;
/** There is none on this phone, and the last try to bring one failed; true until one is here. */
export const catalogueMissing = computed(() => shownSnapshot.value === null && failure.value !== null);
/** Why the last refresh failed, or null. */
export const syncFailure: ReadonlySignal<NetError | null> = failure;

/**
 * Show what is stored for this shop and language.
 *
 * Where this language was never fetched, the other one stays, with its words where they are here: words in another language
 * help more than none.
 */
export async function openCatalogue(shop: string, lang: string): Promise<void> {
  const [kept, speech, keptStock] = await Promise.all([
    storedSnapshot(shop, lang),
    readSpeech(shop, lang),
    readStock(shop),
  ]);
  // What is worked out of it is a task of its own, beside that of reading it.
  await breath();
  latest = kept;
  batch(() => {
    shownSnapshot.value = kept?.document ?? null;
    ownSpeech.value = speech?.document ?? null;
    customerSpeech.value = null;
    waitingSnapshot.value = null;
    shownStock.value = keptStock?.document ?? null;
    checked.value = keptStock?.checked_at ?? kept?.checked_at ?? null;
  });
}

async function storedSnapshot(shop: string, lang: string): Promise<Kept<Snapshot> | undefined> {
  for (const language of [lang, ...LANGS.filter((other) => other !== lang)]) {
    const kept = await readSnapshot(shop, language);
    if (kept) return kept;
  }
  return undefined;
}

/** Lay the words of the customer's language over what is shown; null takes them away. */
export function layOver(speech: Speech | null): void {
  customerSpeech.value = speech;
}

export function closeCatalogue(): void {
  latest = undefined;
  batch(() => {
    ownSpeech.value = customerSpeech.value = null;
    shownSnapshot.value = waitingSnapshot.value = null;
    shownStock.value = null;
    checked.value = null;
    failure.value = null;
  });
}

/** Show the waiting catalogue. Called where no finger is on the screen: a change of page, or the seller's own tap. */
export function swapCatalogue(): void {
  if (!waitingSnapshot.peek()) return;
  batch(() => {
    shownSnapshot.value = waitingSnapshot.peek();
    waitingSnapshot.value = null;
  });
}

let running: { key: string; controller: AbortController; done: Promise<void> } | null = null;

/** Ask the server for what is newer; the screens keep showing what they have. Never throws. */
export function refreshCatalogue(shop: string, lang: string): Promise<void> {
  const key = `${shop}/${lang}`;
  if (running?.key === key) return running.done;
  // The shop or the language changed: what is on its way is no longer wanted.
  running?.controller.abort();
  const controller = new AbortController();
  const run = { key, controller, done: pull(shop, lang, controller.signal) };
  running = run;
  work.value = "refreshing";
  return run.done.finally(() => {
    if (running !== run) return;
    running = null;
    work.value = "idle";
  });
}

async function pull(shop: string, lang: string, signal: AbortSignal): Promise<void> {
  try {
    await pullSnapshot(shop, lang, signal);
    await pullStock(shop, signal);
    noteReach("answered");
    batch(() => {
      checked.value = nowIso();
      failure.value = null;
    });
  } catch (cause) {
    if (signal.aborted) return;
    noteReach(cause);
    failure.value = cause instanceof NetError ? cause : null;
    log.warn("catalogue not refreshed", cause);
  }
}

async function pullSnapshot(shop: string, lang: string, signal: AbortSignal): Promise<void> {
  const before = isOf(latest, shop, lang) ? latest : await tried(readSnapshot(shop, lang));
  const next = await bring(shop, lang, before, signal);
  signal.throwIfAborted();
  take(shop, next);
  if (next.document !== before?.document) tell({ shop, lang, of: editionOf(next.document) });
}

const isOf = (kept: Kept<Snapshot> | undefined, shop: string, lang: string): boolean =>
  kept?.document.shop.id === shop && kept.document.lang === lang;

/** Take what is newest on this phone, whoever brought it. */
function take(shop: string, next: Kept<Snapshot>): void {
  latest = next;
  try {
    if (next.document.shop.id === shop) offer(next.document);
  } catch (cause) {
    // Whoever shows it speaks up here: the catalogue has come all the same, and the stock is still to be asked for.
    log.error("a screen failed at the new catalogue", cause);
  }
}

/** Another window has stored an edition. */
interface Stored {
  shop: string;
  lang: string;
  of: string;
}

const tell = openChannel<Stored>("cordee-catalogue", (word) => void heardOf(word));

/** Take what another window has brought, without asking the server. */
async function heardOf({ shop, lang, of }: Stored): Promise<void> {
  if (!isOf(latest, shop, lang) || !latest || editionOf(latest.document) === of) return;
  const stored = await tried(readSnapshot(shop, lang));
  if (stored && isOf(latest, shop, lang)) take(shop, stored);
}

/** Show a catalogue at once where the screen has none in this language; else let it wait. */
function offer(next: Snapshot): void {
  const shown = shownSnapshot.peek();
  if (shown?.lang !== next.lang || shown.shop.id !== next.shop.id) shownSnapshot.value = next;
  else if (shown.content_hash !== next.content_hash || shown.revision !== next.revision) waitingSnapshot.value = next;
}

/** Ask for the stock alone, after something was said of it. Throws where it is not to be had. */
export const refreshStock = (shop: string): Promise<void> => pullStock(shop, new AbortController().signal);

async function pullStock(shop: string, signal: AbortSignal): Promise<void> {
  const kept = await tried(readStock(shop));
  const answer = await fetchStock(shop, kept?.etag, signal);
  const checked_at = nowIso();
  if (answer.changed) await tried(saveStock(shop, { document: answer.data, etag: answer.etag, checked_at }));
  else if (kept) await tried(confirmStock(shop, kept, checked_at));
  signal.throwIfAborted();
  // What did not change may be shown by nobody yet: the question that brought it was given up for one in another language.
  const now = answer.changed ? answer.data : kept?.document;
  // Two questions may be under way: the older answer does not take the place of the newer one.
  const shown = shownStock.peek();
  const isSame = !answer.changed && shown?.as_of === now?.as_of;
  if (now && (shown?.shop !== shop || (shown.as_of <= now.as_of && !isSame))) shownStock.value = now;
}
