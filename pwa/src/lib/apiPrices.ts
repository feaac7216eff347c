/** Prices of a shop in the desk: what stands, what a rule would make of it, changes that wait for their hour. */
import { ask, isRecord, upload } from "./net";

const BASE = "/api/v1";
/** A rule over ten thousand pieces is worked out for some seconds. */
const LONGEST_MS = 60_000;

export interface ShopName {
  id: string;
  name: string;
  currency: string;
}

export interface Colour {
  name: string;
  hex: string;
}

/** Whether the record reaches thirty days back: it does, for a part only, or there was no price in them. */
export type Record30 = "known" | "short" | "none";

export interface PricedVariant {
  gtin: string;
  sku: string;
  size: string;
  colour: Colour | null;
  price_cents: number | null;
  reference_price_cents: number | null;
  since: string | null;
  lowest_cents: number | null;
  lowest_state: Record30;
  reduced_since: string | null;
  is_above: boolean;
}

export interface PricedProduct {
  ref: string;
  name: string;
  brand: string;
  category: string;
  audience: string;
  demonstration: boolean;
  variants: readonly PricedVariant[];
}

export interface Prices {
  items: readonly PricedProduct[];
  next_cursor: string | null;
  products: number;
  variants: number;
  known_since: string | null;
  above: number;
}

export interface PriceChoice {
  q?: string;
  category?: string;
  carried?: string;
  state?: string;
  refs?: readonly string[];
}

export interface PriceRule {
  change: "percent" | "amount" | "set" | "keep" | "copy" | "remove";
  value?: number;
  of?: "price" | "reference";
  rounding?: string;
  reference?: "keep" | "lowest" | "none";
  from_shop?: string;
}

export interface PriceCell {
  gtin: string;
  price_cents?: number;
  reference_price_cents?: number | null;
  carried?: boolean;
}

export type Pair = readonly [number, number | null];

export interface ProposedPrice {
  ref: string;
  name: string;
  gtin: string;
  size: string;
  colour: Colour | null;
  before: Pair | null;
  after: Pair | null;
  lowest_cents: number | null;
  lowest_state: Record30;
  is_above: boolean;
}

export interface PricePreview {
  count: number;
  lower: number;
  higher: number;
  added: number;
  removed: number;
  items: readonly ProposedPrice[];
}

export type ChangeState = "tried" | "planned" | "publishing" | "published" | "cancelled" | "failed";

export interface PriceChange {
  id: string;
  shop: string;
  name: string;
  author: string;
  created_at: string;
  state: ChangeState;
  import_id: string;
  count: number;
  starts_at: string | null;
  /** `starts_at` by the shop's clock. */
  local: string | null;
  zone: string;
  decided_at: string | null;
  decided_by: string | null;
  published_revision: number | null;
  problem: string | null;
  concerned: readonly string[];
}

export interface PricePeriod {
  price_cents: number;
  reference_price_cents: number | null;
  since: string;
  until: string | null;
}

const path = (...parts: string[]): string => `${BASE}/${parts.map(encodeURIComponent).join("/")}`;
const listOf = <T>(data: unknown): data is { items: readonly T[] } => isRecord(data) && Array.isArray(data.items);
const isPrices = (data: unknown): data is Prices => listOf(data) && "variants" in data;
const isPreview = (data: unknown): data is PricePreview => listOf(data) && "count" in data;
const isChange = (data: unknown): data is PriceChange => isRecord(data) && typeof data.import_id === "string";

/** The query of an address; empty values are left out. */
export const queryOf = (said: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1]))).toString();

async function got<T>(url: string, accept: (data: unknown) => data is T, signal?: AbortSignal): Promise<T> {
  const answer = await ask(url, { ...(signal ? { signal } : {}), timeoutMs: LONGEST_MS, accept });
  if (!answer.changed) throw new TypeError("asked without a tag, so it is never unchanged");
  return answer.data;
}

async function posted<T>(url: string, body: unknown, accept: (data: unknown) => data is T): Promise<T> {
  const answer = await ask(url, { method: "POST", body, timeoutMs: LONGEST_MS, accept });
  if (!answer.changed) throw new TypeError("an answer to POST is never unchanged");
  return answer.data;
}

export const fetchShops = async (signal?: AbortSignal): Promise<readonly ShopName[]> =>
  (await got(path("shops"), listOf<ShopName>, signal)).items;

export const fetchPrices = (
  shop: string,
  said: Readonly<Record<string, string | undefined>>,
  signal?: AbortSignal,
): Promise<Prices> => got(`${path("shops", shop, "prices")}?${queryOf(said)}`, isPrices, signal);

export const fetchStory = async (shop: string, gtin: string, signal?: AbortSignal): Promise<readonly PricePeriod[]> =>
  (await got(path("shops", shop, "prices", gtin), listOf<PricePeriod>, signal)).items;

/** What a rule would make of the chosen prices. */
export const previewRule = (shop: string, choice: PriceChoice, rule: PriceRule): Promise<PricePreview> =>
  posted(path("shops", shop, "price-preview"), { choice, rule }, isPreview);

/** Try a rule or single prices out; the answer names the dry run. */
export const tryRule = (shop: string, name: string, choice: PriceChoice, rule: PriceRule): Promise<PriceChange> =>
  posted(path("shops", shop, "price-changes"), { name, proposal: { choice, rule } }, isChange);

export const tryCells = (shop: string, name: string, cells: readonly PriceCell[]): Promise<PriceChange> =>
  posted(path("shops", shop, "price-changes"), { name, cells }, isChange);

export function tryPriceFile(shop: string, file: File, onProgress?: (share: number) => void): Promise<PriceChange> {
  const form = new FormData();
  form.append("file", file, file.name);
  const more = onProgress ? { onProgress } : {};
  return upload(path("shops", shop, "price-changes", "file"), { form, accept: isChange, ...more });
}

export const fetchChanges = async (shop: string, signal?: AbortSignal): Promise<readonly PriceChange[]> =>
  (await got(path("shops", shop, "price-changes"), listOf<PriceChange>, signal)).items;

/** The change of prices that a dry run tries out. */
export const fetchChangeOf = (importId: string, signal?: AbortSignal): Promise<PriceChange> =>
  got(path("imports", importId, "price-change"), isChange, signal);

/** Let the system publish it at an hour of the shop's clock. */
export const planChange = (id: string, date: string, time: string): Promise<PriceChange> =>
  posted(path("price-changes", id, "plan"), { date, time }, isChange);

export const cancelChange = (id: string): Promise<PriceChange> =>
  posted(path("price-changes", id, "cancel"), {}, isChange);
