/** The catalogue document of one shop in one language, as `GET /api/v1/shops/{shop}/snapshot` gives it. */

export type Scalar = boolean | number | string;
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
  colours: { name: string; hex: string }[];
  variants: Variant[];
}

export interface Variant {
  gtin: string;
  sku: string;
  size: string;
  /** Index into the product's colours. */
  colour: number;
  price_cents: number;
  reference_price_cents: number | null;
}

/** `GET /api/v1/shops/{shop}/stock`: what was counted, and when. */
export interface Stock {
  shop: string;
  /** RFC 3339, UTC: when this answer was made. */
  as_of: string;
  demonstration: boolean;
  /** Variants that were never counted are absent: unknown, not zero. */
  levels: Record<string, { quantity: number; counted_at: string }>;
}

export interface Finder {
  questions: Question[];
  needs: NeedTables;
  criteria: Criterion[];
  wishes: Wish[];
  parameters: Parameters;
  speech: Speech;
}

/** The words around reasons and cautions; `{name}` stands for a value. */
export interface Speech {
  cold: string;
  felt: string;
  benefit: string;
  not_stated: string;
  /** What stands between groups of three digits. */
  thousands: string;
  /** For each category one thing to check at try-on, and one honest limit. */
  categories: Record<string, { check: string; limit: string; source: string[] }>;
  /** Units and words of the properties that sentences name. */
  values: Record<string, { unit: string | null; values: Record<string, string> }>;
}

export interface Question {
  id: keyof Answers;
  /** The question as the seller asks it. */
  label: string;
  /** One or two words for the chip. */
  short: string;
  kind: "choice" | "number" | "size" | "wishes";
  /** For a number: the range of the slider, and its step. */
  range?: { min: number; max: number; step: number; unit: string };
  answers: { id: string; label: string; short: string; phrase?: string | null }[];
  /** Values to try when looking for the next question, where the answers are not listed. */
  probe?: Scalar[];
  /** The question is only asked where these answers hold. */
  when: Condition;
}

/** Every key must hold one of its values. Keys are answer ids, or `need.<gauge>` for a need level. */
export type Condition = Record<string, Scalar[]>;

export interface Criterion {
  id: string;
  hard: boolean;
  weight: number;
  when: Condition;
  /** Said when it is met and decides; `{property_id}` stands for the product's value. */
  reason: string;
  /** Said when it fails, or is only partly met. */
  caution: string;
  /** What the verdict was made from, to show it as "non communiqué" where unknown. */
  properties: string[];
  gauge: string | null;
  /** Criteria of one topic are said once. */
  topic: string;
  /** Said instead of the caution where the product has more of it than `above`. */
  over: { gauge: string | null; property: string | null; above: number; caution: string } | null;
  /** Words of their own for some categories. */
  by_category: Record<string, { reason?: string; caution?: string }>;
  /** Rules and addresses that the criterion rests on. */
  source: string[];
}

export interface Wish {
  id: string;
  label: string;
  aliases: string[];
  /** Index into criteria. */
  criterion: number;
}

export interface Parameters {
  /** A verdict of at least this degree meets. */
  meets_from: number;
  /** What an unknown counts for in the score. */
  unknown_degree: number;
  /** Words for scores, best first: ideal, very-good, suits, compromise. */
  words: { from: number; id: string; label: string }[];
  /** What stock in the shop weighs in the score. */
  stock_weight: number;
  /** What being made for adults weighs where nobody said for whom. */
  adult_weight: number;
  /** In which system the sizes of a family are: garment, shoe, hand… */
  size_kinds: Record<string, string>;
  /** Body height in cm by age in years. */
  child_heights: Record<string, number>;
  families: Record<string, string>;
  groups: Record<string, string[]>;
  /** For each family, the criteria that can be asked of it. */
  active: Record<string, number[]>;
  /** Index of the criterion of a low price, which is judged among the products at hand. */
  cheap_criterion: number;
}

/** Tables that `needs` reads; see catalog/finder/needs.py, which is held to the same vectors. */
export interface NeedTables {
  wind: { from_kmh: number; to_c: number; windy_from_kmh: number; powers: number[] };
  slots: Record<string, string>;
  assumed: Record<string, NeedRow[]>;
  met: Record<string, NeedRow[]>;
  bands: Record<string, NeedScale>;
  cases: Record<string, NeedRow[]>;
  families: Record<string, NeedDimension[]>;
}

export interface NeedRow {
  when: Condition;
  value: Scalar;
}

/** Thresholds passed by a figure are counted, upwards in `from` and downwards in `below`. */
export interface NeedScale {
  figure: string | null;
  from: number[];
  below: number[];
}

export interface NeedDimension extends NeedScale {
  id: string;
  gauge: boolean;
  when: Condition;
  rows: NeedRow[];
  grid: number;
  adjust: { when: Condition; add: number }[];
  min: number;
  max: number;
}

export interface Answers {
  wanted?: string;
  activity?: string;
  weather?: string;
  temperature_c?: number;
  wind_kmh?: number;
  humid?: boolean;
  effort?: string;
  duration?: string;
  nights_in?: string;
  audience?: string;
  age_years?: number;
  height_mm?: number;
  size?: string;
  budget_cents?: number;
  must?: string[];
  must_not?: string[];
  prefer?: string[];
}
