/** A size question and its answer: the same contract as `POST /api/v1/size-advice`. */

export type Text = string | Record<string, string>;

export interface ChartData {
  label?: Text;
  status?: string;
  audience?: string;
  garment?: string;
  rule?: Text;
  rows: unknown;
  [key: string]: unknown;
}

export type Charts = Record<string, ChartData>;

export interface SizeQuestion {
  /** A chart, the id of one, or "" where the piece has none. */
  chart?: unknown;
  measurements_mm?: unknown;
  usual?: unknown;
  layering?: unknown;
  age_years?: unknown;
  growth?: unknown;
  lang?: unknown;
  audience?: unknown;
  category?: unknown;
  garment?: unknown;
  fit_note?: unknown;
  /** The sizes that are sold: the answer is one of them. */
  sizes?: unknown;
  /** What try-ons of the piece in the shop showed: counts by verdict. */
  try_ons?: unknown;
}

export type Status = "exact" | "between" | "out_of_range" | "conflict";

export interface SizeAnswer {
  size: string | null;
  status: Status;
  alternatives: string[];
  message: string;
  fit_note: string | null;
  provenance: string;
  /** Measures that would decide. */
  needs: string[];
  details: { measure: string; value: number; status: Status; sizes: string[]; beyond: number }[];
  /** What sellers saw at try-ons, null where none. */
  try_ons: { count: number; smaller: number; right: number; larger: number } | null;
}

export interface FieldProblem {
  field: string;
  message: Record<string, string>;
}

/** A question that cannot be read, with every problem found. */
export class SizingError extends Error {
  constructor(readonly problems: FieldProblem[]) {
    super(problems.map((problem) => `${problem.field}: ${problem.message.en}`).join("; "));
  }
}

export interface Interval {
  low: number;
  high: number;
  /** A single number. */
  point: boolean;
}

export interface Row {
  size: string;
  values: Record<string, Interval>;
  systems: Record<string, string>;
}

export interface Chart {
  rows: Row[];
  /** The measures that at least one row has. */
  measures: string[];
  label: string;
  status: string;
  audience: string;
  garment: string;
  rule: string;
}

export type Way = "up" | "down";
/** "stay": the guide says that the size as measured already allows for it. */
export type Allowance = Way | "stay";
export type Level = "close" | "normal" | "over" | "thick";

export interface Kind {
  rules: string[];
  between: Way;
  why: string;
  thick_layer: boolean;
}
