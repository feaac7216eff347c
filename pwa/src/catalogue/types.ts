/** The catalogue document of one shop in one language, as `GET /api/v1/shops/{shop}/snapshot` gives it. */

import type { Finder } from "./finder";
import type { Scalar } from "./scalar";

export type * from "./comparing";
export type * from "./finder";
export type { Scalar } from "./scalar";

export type Provenance = "maker" | "test" | "technology" | "estimate" | "demonstration";
export type Audience = "men" | "women" | "unisex" | "kids";

export interface Snapshot {
  format: 1;
  revision: number;
  /** SHA-256 of the published document, in hexadecimal. */
  content_hash: string;
  /** RFC 3339, UTC. */
  published_at: string;
  lang: string;
  shop: Shop;
  attributes: Attribute[];
  categories: Category[];
  groups: Group[];
  gauges: Gauge[];
  technologies: Technology[];
  care: Care[];
  size_charts: SizeChart[];
  finder: Finder;
  products: Product[];
}

export interface Shop {
  id: string;
  name: string;
  place: string;
  opens_on: string;
  closes_on: string;
  currency: string;
  languages: string[];
  /** True where assortment, prices and stock are made up; said on every screen. */
  demonstration: boolean;
}

export interface Attribute {
  id: string;
  label: string;
  kind: "bool" | "integer" | "enum";
  unit: string | null;
  /** Which direction is better, where one is. */
  better: "higher" | "lower" | null;
  explanation: string;
  /** For an enum: its values with their labels. */
  values?: { id: string; label: string }[];
}

export interface Category {
  id: string;
  /** One piece: "veste imperméable". */
  label: string;
  plural: string;
  family: string;
  gauges: string[];
  /** Inner SVG of the silhouette, viewBox 0 0 96 96, colours by the custom properties --c1, --c2, --c3. */
  silhouette: string;
}

export interface Group {
  id: string;
  label: string;
  categories: string[];
}

export interface Gauge {
  id: string;
  label: string;
  /** What each level 0 to 5 means, in words. */
  words: string[];
}

export interface Technology {
  id: string;
  name: string;
  kind: string;
  line: string;
  explanation: string;
  limits: string;
  source: string;
}

export interface Care {
  id: string;
  title: string;
  steps: { text: string; source: string }[];
}

export interface SizeChart {
  id: string;
  label: string;
  /** "maker", or "peer" where the brand's own chart is not loaded: shown as a mark, never as a fact. */
  status: "maker" | "peer" | "demonstration";
  audience: Audience;
  garment: string;
  measures: string[];
  rows: SizeRow[];
  rule: string;
  source: string;
}

/** A size and its body measurements in millimetres, one number or a range. */
export type SizeRow = { size: string; systems?: Record<string, string> } & {
  [measure: string]: number | [number, number] | string | Record<string, string> | undefined;
};

export interface PropertyValue {
  value: Scalar;
  provenance: Provenance;
  source: string;
}

export interface GaugeLevel {
  /** 0 to 5, or null where nothing is known. */
  level: number | null;
  provenance: Provenance | null;
}

export interface Product {
  ref: string;
  name: string;
  brand: string;
  category: string;
  audience: Audience;
  market: string;
  season: string;
  /** What it is for, in one sentence. */
  use: string;
  activities: string[];
  technologies: string[];
  properties: Record<string, PropertyValue>;
  gauges: Record<string, GaugeLevel>;
  set_aside: { property: string; value: Scalar; source: string; reason: string }[];
  care: string[];
  size_chart: string;
  fit_note: string;
  sources: string[];
  demonstration: boolean;
  /** One number for each of `finder.criteria`: -2 does not apply, -1 unknown, else the degree 0 to 100. */
  verdicts: number[];
  colours: { name: string; hex: string; family?: string | null }[];
  variants: Variant[];
  /** In the order of showing; absent where there are none. */
  photos?: Photo[];
}

/** Its files are `/media/{photo}/{width}.{avif|webp|jpg}`, in the widths 320, 640 and 1280 as far as `width` reaches. */
export interface Photo {
  /** SHA-256, in hexadecimal. */
  photo: string;
  /** Index into the product's colours; null where it is good for all. */
  colour: number | null;
  width: number;
  height: number;
  /** Where to look, in hundredths from the left and from above. */
  focus: [number, number];
  alt: string;
}

export interface Variant {
  gtin: string;
  sku: string;
  size: string;
  /** Index into the product's colours. */
  colour: number;
  price_cents: number;
  reference_price_cents: number | null;
  /** The shop's record proves the reference price to be the lowest of the thirty days; else the shop stated it. */
  reference_proven?: boolean;
}

/** `quantity` follows from the count and from what came and went since; a document of an older build has those two alone. */
export interface StockLevel {
  quantity: number;
  /** RFC 3339, UTC. */
  counted_at: string;
  counted?: number;
  sold?: number;
  moved?: number;
  moved_at?: string | null;
}

/** `GET /api/v1/shops/{shop}/stock`: what was counted, and when. */
export interface Stock {
  shop: string;
  /** RFC 3339, UTC: when this answer was made. */
  as_of: string;
  demonstration: boolean;
  /** Variants that were never counted are absent: unknown, not zero. */
  levels: Record<string, StockLevel>;
  /** Events of the last minutes that the levels hold already; a document of an older build has none. */
  recent?: string[];
}
