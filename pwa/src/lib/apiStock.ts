/** Stock of a shop in the desk: what is here, what was said of it, deliveries and counts. */

import type { Finding } from "./apiImports";
import { type Colour, queryOf } from "./apiPrices";
import { ask, isRecord, upload } from "./net";

const BASE = "/api/v1";

export interface StockLevel {
  quantity: number;
  counted_at: string;
  counted: number;
  sold: number;
  moved: number;
  moved_at: string | null;
}

export interface StockedVariant {
  gtin: string;
  sku: string;
  size: string;
  colour: Colour | null;
  level: StockLevel | null;
}

export interface StockedProduct {
  ref: string;
  name: string;
  brand: string;
  category: string;
  audience: string;
  demonstration: boolean;
  variants: readonly StockedVariant[];
}

export interface Stocked {
  items: readonly StockedProduct[];
  next_cursor: string | null;
  products: number;
  variants: number;
  pieces: number;
  uncounted: number;
  doubt: number;
  counted_at: string | null;
}

export interface StockClaim {
  at: string;
  what: "counted" | "sold" | "received" | "returned" | "moved" | "correction";
  amount: number;
  before: number | null;
  after: number | null;
  heard: boolean;
  by: "phone" | "file" | "delivery";
  note: string;
}

/** A delivery brings pieces; a count says how many there are. */
export type PaperKind = "delivery" | "count";

export interface PaperLine {
  ref: string;
  name: string;
  gtin: string;
  sku: string;
  size: string;
  colour: Colour | null;
  quantity: number;
  before: number | null;
  after: number | null;
}

export interface Paper {
  lines: readonly PaperLine[];
  pieces: number;
  uncounted: number;
  findings: readonly Finding[];
}

export interface Delivery {
  id: string;
  note: string;
  at: string;
  author: string;
  lines: number;
  pieces: number;
}

interface Scanned {
  gtin: string;
  quantity: number;
}

const path = (shop: string, ...parts: string[]): string =>
  `${BASE}/shops/${[shop, ...parts].map(encodeURIComponent).join("/")}`;
const listOf = <T>(data: unknown): data is { items: readonly T[] } => isRecord(data) && Array.isArray(data.items);
const isStocked = (data: unknown): data is Stocked => listOf(data) && "pieces" in data;
const isPaper = (data: unknown): data is Paper => isRecord(data) && Array.isArray(data.lines);

async function got<T>(url: string, accept: (data: unknown) => data is T, signal?: AbortSignal): Promise<T> {
  const answer = await ask(url, { ...(signal ? { signal } : {}), accept });
  if (!answer.changed) throw new TypeError("asked without a tag, so it is never unchanged");
  return answer.data;
}

export const fetchStocked = (
  shop: string,
  said: Readonly<Record<string, string | undefined>>,
  signal?: AbortSignal,
): Promise<Stocked> => got(`${path(shop, "stock", "pieces")}?${queryOf(said)}`, isStocked, signal);

export const fetchClaims = async (shop: string, gtin: string, signal?: AbortSignal): Promise<readonly StockClaim[]> =>
  (await got(path(shop, "stock", gtin, "claims"), listOf<StockClaim>, signal)).items;

export const fetchDeliveries = async (shop: string, signal?: AbortSignal): Promise<readonly Delivery[]> =>
  (await got(path(shop, "deliveries"), listOf<Delivery>, signal)).items;

/** Read a file; nothing is taken by it. */
export function readPaper(shop: string, paper: PaperKind, file: File): Promise<Paper> {
  const form = new FormData();
  form.append("file", file, file.name);
  return upload(`${path(shop, "stock", "papers")}?paper=${paper}`, { form, accept: isPaper });
}

/** Read a list that was scanned, as a file. */
export async function readScanned(shop: string, paper: PaperKind, lines: readonly Scanned[]): Promise<Paper> {
  const url = `${path(shop, "stock", "scanned")}?paper=${paper}`;
  const answer = await ask(url, { method: "POST", body: { lines }, accept: isPaper });
  if (!answer.changed) throw new TypeError("an answer to POST is never unchanged");
  return answer.data;
}

/** Take a delivery; again with the same id changes nothing. */
export async function deliver(
  shop: string,
  id: string,
  said: { note: string; none_before: boolean; lines: readonly Scanned[] },
): Promise<void> {
  await ask(path(shop, "deliveries"), { method: "POST", body: { id, ...said }, accept: isRecord });
}

/** Take what was counted; again with the same id changes nothing. */
export async function takeCount(
  shop: string,
  id: string,
  lines: readonly Scanned[],
  /** When it was counted, where that is not now. */
  countedAt?: string,
): Promise<void> {
  const body = { id, lines, ...(countedAt ? { counted_at: countedAt } : {}) };
  await ask(path(shop, "counts"), { method: "POST", body, accept: isRecord });
}
