/** The server's endpoints that the phone uses, with the shape each must have. */
import type { Delta } from "../catalogue/delta";
import type { Speech } from "../catalogue/speech";
import type { Snapshot, Stock } from "../catalogue/types";
import type { components } from "./api-types";
import { type Answer, ask, isRecord, send } from "./net";

type Schemas = components["schemas"];
/** Who has the phone; `phone` is missing in what an earlier build has kept, and null on a phone of one's own. */
export type Session = Omit<Schemas["Session"], "phone"> & { readonly phone?: Schemas["Session"]["phone"] };
export type Role = Session["person"]["role"];
/** An enrolled device, for the list in which it can be ended. */
export type Device = Schemas["ListedSession"];
/** A link that enrols one device once. */
export type Invitation = Schemas["Invitation"];

const BASE = "/api/v1";
/** A catalogue is a few hundred kilobytes: give a bad network the time to bring it. */
const DOCUMENT_TIMEOUT_MS = 60_000;

const hasText = (data: unknown, key: string): boolean => isRecord(data) && typeof data[key] === "string";

export function isSession(data: unknown): data is Session {
  if (!isRecord(data)) return false;
  const { person, shop, device } = data;
  return (
    hasText(person, "id") &&
    hasText(person, "name") &&
    hasText(person, "role") &&
    hasText(shop, "id") &&
    hasText(device, "id")
  );
}

export function isSnapshot(data: unknown): data is Snapshot {
  return (
    isRecord(data) &&
    data.format === 1 &&
    typeof data.revision === "number" &&
    hasText(data, "content_hash") &&
    // An older server gave parts of a catalogue in the shape of a whole one.
    data.from === undefined &&
    Array.isArray(data.products) &&
    isRecord(data.finder) &&
    hasText(data.shop, "id")
  );
}

export function isDelta(data: unknown): data is Delta {
  return (
    isRecord(data) &&
    data.format === 1 &&
    typeof data.revision === "number" &&
    typeof data.from === "number" &&
    hasText(data, "content_hash") &&
    hasText(data, "lang") &&
    hasText(data, "digest") &&
    isRecord(data.changes)
  );
}

/** The revision that was asked about is the newest one, if it is this edition of it. */
export interface Unchanged {
  unchanged: true;
  revision: number;
  content_hash: string;
}

export const isUnchanged = (data: unknown): data is Unchanged =>
  isRecord(data) && data.unchanged === true && typeof data.revision === "number" && hasText(data, "content_hash");

export function isStock(data: unknown): data is Stock {
  return isRecord(data) && typeof data.shop === "string" && typeof data.as_of === "string" && isRecord(data.levels);
}

/** What is on the phone already: under which ETag, and from which revision on changes would do. */
export interface Known {
  etag?: string | undefined;
  from?: number | undefined;
}

export function fetchSnapshot(
  shop: string,
  lang: string,
  { etag, from }: Known,
  signal?: AbortSignal,
): Promise<Answer<Snapshot | Delta | Unchanged>> {
  const since = from === undefined ? "" : `&from=${from}`;
  return ask(`${BASE}/shops/${encodeURIComponent(shop)}/snapshot?lang=${lang}${since}`, {
    etag,
    ...(signal ? { signal } : {}),
    timeoutMs: DOCUMENT_TIMEOUT_MS,
    accept: (data): data is Snapshot | Delta | Unchanged =>
      isSnapshot(data) ? data.shop.id === shop && data.lang === lang : from !== undefined && isPart(data, from, lang),
  });
}

const isPart = (data: unknown, from: number, lang: string): boolean =>
  isUnchanged(data) || (isDelta(data) && data.from === from && data.lang === lang);

export function isSpeech(data: unknown): data is Speech {
  return (
    isRecord(data) &&
    data.format === 1 &&
    hasText(data, "content_hash") &&
    hasText(data, "lang") &&
    isRecord(data.words)
  );
}

/** The texts of the catalogue in one more language. */
export function fetchSpeech(shop: string, lang: string, etag?: string): Promise<Answer<Speech>> {
  return ask(`${BASE}/shops/${encodeURIComponent(shop)}/speech?lang=${lang}`, {
    etag,
    timeoutMs: DOCUMENT_TIMEOUT_MS,
    accept: isSpeech,
  });
}

export function fetchStock(shop: string, etag?: string, signal?: AbortSignal): Promise<Answer<Stock>> {
  return ask(`${BASE}/shops/${encodeURIComponent(shop)}/stock`, {
    etag,
    ...(signal ? { signal } : {}),
    accept: isStock,
  });
}

export type TryOns = Schemas["TryOns"];
export type EventResults = Schemas["EventResults"];

const isTryOns = (data: unknown): data is TryOns =>
  isRecord(data) && typeof data.shop === "string" && isRecord(data.try_ons);

export const fetchTryOns = (shop: string, etag?: string): Promise<Answer<TryOns>> =>
  ask(`${BASE}/shops/${encodeURIComponent(shop)}/try-ons`, { etag, accept: isTryOns });

export type Questions = Schemas["Questions"];
export type Question = Questions["questions"][number];
export type Remark = Schemas["Remark"];

const isQuestion = (data: unknown): data is Question =>
  hasText(data, "id") && hasText(data, "question") && hasText(data, "asked_at");

const isQuestions = (data: unknown): data is Questions =>
  isRecord(data) && typeof data.shop === "string" && Array.isArray(data.questions) && data.questions.every(isQuestion);

const isRemarks = (data: unknown): data is Schemas["Remarks"] =>
  isRecord(data) && Array.isArray(data.items) && data.items.every((one) => hasText(one, "text"));

/** What sellers of the shop did not know, with the answers given since. */
export const fetchQuestions = (shop: string, etag?: string): Promise<Answer<Questions>> =>
  ask(`${BASE}/shops/${encodeURIComponent(shop)}/questions`, { etag, accept: isQuestions });

/** Answer a question for all phones of the shop; gives it back as they will hear it. */
export async function answerQuestion(shop: string, id: string, answer: string): Promise<Question> {
  const path = `${BASE}/shops/${encodeURIComponent(shop)}/questions/${encodeURIComponent(id)}/answer`;
  const given = await ask(path, { method: "POST", body: { answer }, accept: isQuestion });
  if (!given.changed) throw new TypeError("an answer is never unchanged");
  return given.data;
}

/** The newest remarks of customers; managers alone may read them. */
export async function fetchRemarks(shop: string, signal?: AbortSignal): Promise<Remark[]> {
  const path = `${BASE}/shops/${encodeURIComponent(shop)}/remarks`;
  const given = await ask(path, { ...(signal ? { signal } : {}), accept: isRemarks });
  return given.changed ? given.data.items : [];
}

const isEventResults = (data: unknown): data is EventResults =>
  isRecord(data) &&
  typeof data.received_at === "string" &&
  Array.isArray(data.results) &&
  data.results.every((one) => hasText(one, "status"));

/** Bring events to the server; the answer says of each what became of it. */
export async function sendEvents(events: readonly unknown[]): Promise<EventResults["results"]> {
  const body = { events, sent_at: new Date().toISOString() };
  const answer = await ask(`${BASE}/events`, { method: "POST", body, accept: isEventResults });
  return answer.changed ? answer.data.results : [];
}

export const fetchSession = (): Promise<Session> => sessionFrom(ask(`${BASE}/session`, { accept: isSession }));

/** A fresh session; on a shared phone with its other half. */
export type Opened = Schemas["OpenedSession"];

/** One tap into the demonstration; only the demonstration answers. */
export const enterDemonstration = (role: Role): Promise<Session> =>
  sessionFrom(ask(`${BASE}/demonstration/entries`, { method: "POST", body: { role }, accept: isSession }));

export const endSession = (): Promise<void> => send(`${BASE}/session`, { method: "DELETE" });

async function sessionFrom(answer: Promise<Answer<Session>>): Promise<Session> {
  const given = await answer;
  // No ETag was sent, so "unchanged" cannot be an answer.
  if (!given.changed) throw new TypeError("a session is never unchanged");
  return given.data;
}

const isDeviceList = (data: unknown): data is { items: Device[] } => isRecord(data) && Array.isArray(data.items);

/** The enrolled devices that the person may see: a seller's own, a manager's shop. */
export async function fetchDevices(signal?: AbortSignal): Promise<Device[]> {
  const answer = await ask(`${BASE}/sessions`, { ...(signal ? { signal } : {}), accept: isDeviceList });
  return answer.changed ? answer.data.items : [];
}

export const endDevice = (id: string): Promise<void> =>
  send(`${BASE}/sessions/${encodeURIComponent(id)}`, { method: "DELETE" });
