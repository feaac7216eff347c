/** Products as the merchandiser works on them, and what to find out first, as the server answers the desk. */
import type { Provenance, Scalar } from "../catalogue/types";
import type { components } from "./api-types";
import { type Answer, ask, isRecord, type Request } from "./net";

type Schemas = components["schemas"];
export type DeskLine = Schemas["DeskLine"];
export type DeskLines = Schemas["DeskLines"];
export type Facet = Schemas["DeskFacet"];

/** A value with its witness, in the attribute's own unit. */
export interface Stated {
  value: Scalar;
  provenance: Provenance;
  source: string;
  note: string;
}

export type Texts = Readonly<Record<string, string>>;

export interface DeskVariant {
  gtin: string;
  sku: string;
  size: string;
  colour: { name: Texts; hex: string };
  demonstration: boolean;
}

export interface DeskPrice {
  shop: string;
  gtin: string;
  price_cents: number;
  reference_price_cents: number | null;
}

/** The facts of a product that a form can change. */
export interface Facts {
  ref: string;
  name: string;
  brand: string;
  category: string;
  audience: string;
  use: Texts;
  fit_note: Texts;
  activities: readonly string[];
  technologies: readonly string[];
  market: string;
  season: string;
  size_chart: string;
  care: readonly string[];
  sources: readonly string[];
  demonstration: boolean;
  attributes: Readonly<Record<string, Stated>>;
  variants: readonly DeskVariant[];
  prices: readonly DeskPrice[];
}

/** A product with what technologies and rules give where nobody states it. */
export interface DeskProduct extends Facts {
  revision: number;
  etag: string;
  set_aside: readonly { property: string; value: Scalar; provenance: Provenance; source: string; reason: string }[];
  completed: Readonly<Record<string, Stated>>;
  completed_technologies: readonly string[];
  completed_care: readonly string[];
  completed_size_chart: string;
  decisive: readonly string[];
  missing: readonly string[];
  shops: readonly string[];
  photo: boolean;
}

export interface AttributeWord {
  id: string;
  label: string;
  kind: "bool" | "integer" | "enum";
  unit: string | null;
  explanation: string;
  values: readonly { id: string; label: string }[];
  min: number | null;
  max: number | null;
}

export interface Word {
  id: string;
  label: string;
}

/** What the form of a product may choose from. */
export interface EditorWords {
  attributes: readonly AttributeWord[];
  categories: readonly (Word & { family: string; decisive: readonly string[] })[];
  technologies: readonly { id: string; name: string; kind: string; line: string; owner: string; aliases: string[] }[];
  activities: readonly Word[];
  care: readonly { id: string; title: string }[];
  size_charts: readonly Word[];
  markets: readonly string[];
  brands: readonly string[];
  seasons: readonly string[];
  /** The range's colours, each in the shade that most products give it. */
  colours: readonly { name: string; hex: string }[];
  shops: readonly { id: string; name: string }[];
}

/** What one product is to become; what is left out stays. */
export interface Change {
  ref: string;
  if_match: string | null;
  set?: Partial<Omit<Facts, "ref" | "attributes" | "variants" | "prices">>;
  attributes?: Record<string, Stated | null>;
  variants?: (Partial<Omit<DeskVariant, "gtin">> & { gtin: string; remove?: boolean })[];
  prices?: (Partial<DeskPrice> & Pick<DeskPrice, "shop" | "gtin"> & { remove?: boolean })[];
  remove?: boolean;
}

/** A draft as seller and customer would see it; the page's style comes apart. */
export interface Drafted {
  product: Record<string, unknown>;
  missing: readonly string[];
  page: string;
  style: string;
}

export interface Cell {
  ref: string;
  name: string;
  field: string;
  /** Size and colour, where the cell is of one of its variants. */
  variant: string;
  before: unknown;
  after: unknown;
}

export interface BulkShown {
  digest: string;
  selected: number;
  models: number;
  total: number;
  cells: readonly Cell[];
}

/** Which products, and what becomes of each of them. */
export interface Bulk {
  select: Readonly<Record<string, unknown>>;
  change: Readonly<Record<string, unknown>>;
}

export interface LostAnswer {
  ref: string;
  name: string;
  brand: string;
  category: string;
  attribute: string;
  answers_lost: number;
  estimated: boolean;
  value: Scalar | null;
  examples: readonly { says: string; times: number }[];
}

export interface Completeness {
  revision: number;
  basis: "recorded" | "samples";
  advices: number;
  unread: number;
  examined: number;
  /** Needs that are still to be examined: the next answer has more of them. */
  left: number;
  total: number;
  missing: number;
  estimated: number;
  rows: readonly LostAnswer[];
}

const BASE = "/api/v1";
const SLOW_MS = 60_000;

type Query = Readonly<Record<string, string | number | undefined>>;

function url(path: string, query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const words = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
  return `${BASE}/${path}${given.length ? `?${words}` : ""}`;
}

/** The server's own answer: it comes with the code that reads it, so that its outline is enough. */
const has =
  <T>(...names: string[]) =>
  (data: unknown): data is T =>
    isRecord(data) && names.every((name) => name in data);

async function got<T>(address: string, request: Omit<Request<T>, "accept">, ...names: string[]): Promise<T> {
  const answer = await ask<T>(address, { ...request, accept: has<T>(...names) });
  if (!answer.changed) throw new TypeError(`${address} is never unchanged`);
  return answer.data;
}

export const fetchLines = (query: Query, signal?: AbortSignal): Promise<DeskLines> =>
  got(url("desk/products", query), signal ? { signal } : {}, "items", "facets");

/** A product, or "unchanged" where its facts are those of the tag. */
export const fetchProduct = (
  ref: string,
  lang: string,
  etag?: string,
  signal?: AbortSignal,
): Promise<Answer<DeskProduct>> =>
  ask(url(`desk/products/${encodeURIComponent(ref)}`, { lang }), {
    etag: etag && `"${etag}"`,
    ...(signal ? { signal } : {}),
    accept: has<DeskProduct>("etag", "attributes"),
  });

export const fetchWords = (lang: string, signal?: AbortSignal): Promise<EditorWords> =>
  got(url("desk/words", { lang }), signal ? { signal } : {}, "attributes", "technologies");

export const previewDraft = (
  change: Change,
  shop: string | undefined,
  lang: string,
  signal?: AbortSignal,
): Promise<Drafted> =>
  got(
    url("desk/preview", { shop, lang }),
    { method: "POST", body: { change }, ...(signal ? { signal } : {}) },
    "product",
    "page",
  );

/** Propose changes; gives the id of the dry run. */
export const proposeChanges = async (note: string, changes: readonly Change[]): Promise<string> =>
  (
    await got<{ id: string }>(
      url("desk/changes", {}),
      { method: "POST", body: { note, changes }, timeoutMs: SLOW_MS },
      "id",
    )
  ).id;

export const previewBulk = (bulk: Bulk, offset: number, signal?: AbortSignal): Promise<BulkShown> =>
  got(
    url("desk/bulk/preview", {}),
    { method: "POST", body: { ...bulk, offset, limit: 200 }, timeoutMs: SLOW_MS, ...(signal ? { signal } : {}) },
    "digest",
    "cells",
  );

/** Propose just what the preview of this digest showed; gives the id of the dry run. */
export const proposeBulk = async (bulk: Bulk, digest: string, note: string): Promise<string> =>
  (
    await got<{ id: string }>(
      url("desk/bulk", {}),
      { method: "POST", body: { ...bulk, digest, note }, timeoutMs: SLOW_MS },
      "id",
    )
  ).id;

export const fetchCompleteness = (query: Query, signal?: AbortSignal): Promise<Completeness> =>
  got(url("completeness", query), { timeoutMs: SLOW_MS, ...(signal ? { signal } : {}) }, "rows", "basis");
