/** The finder of a revision: what is asked, what is weighed and what is said. */

import type { Comparing } from "./comparing";
import type { OutfitRules } from "./outfits";
import type { Scalar } from "./scalar";

export interface Finder {
  questions: Question[];
  needs: NeedTables;
  criteria: Criterion[];
  wishes: Wish[];
  /** The families of colours; a catalogue of before there were any has none. */
  colours?: ColourFamily[];
  parameters: Parameters;
  speech: Speech;
  /** How two pieces are told apart; a catalogue of before this was known has none. */
  comparing?: Comparing;
  /** What an outfit is made of; a catalogue of before this was known has none. */
  outfits?: OutfitRules;
}

/** The words around reasons and cautions; `{name}` stands for a value. */
export interface Speech {
  /** The language of all this. */
  lang: string;
  cold: string;
  felt: string;
  benefit: string;
  /** Around what rests on an estimate: a figure `{value}`, and a whole sentence `{text}`. */
  about: string;
  estimated: string;
  /** Where the answers already say the weather by the activity. */
  unsaid: Condition;
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
  /** 1 what it is for, 2 what limits the choice, 3 wishes: a later one only where no earlier one changes anything. */
  stage: number;
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
  /** Said only where nothing else is: it counts, but it is no argument. */
  quiet: boolean;
  /** Criteria of one topic are said once. */
  topic: string;
  /** Said instead of the caution where the product has more of it than `above`. */
  over: { gauge: string | null; property: string | null; above: number; caution: string } | null;
  /** Words of their own for some categories. */
  by_category: Record<string, { reason?: string; caution?: string }>;
  /** Words of their own for some values of the property that the verdict reads first. */
  by_value: Record<string, { reason?: string; caution?: string }>;
  /** Reasons with the piece's own figures; the first whose figures are all known is said. */
  told: string[];
  /** The properties that the verdict reads itself, in order. */
  reads: string[];
  /** Rules and addresses that the criterion rests on. */
  source: string[];
  /** Its language, where it is not written in every one. */
  lang?: string;
}

export interface Wish {
  id: string;
  label: string;
  aliases: string[];
  /** Index into criteria. */
  criterion: number;
}

export interface ColourFamily {
  /** As in the answers and in the colours of a product. */
  id: string;
  label: string;
  /** Index into criteria; judged live, on the variants that count. */
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
  /** What stays open of any piece weighs in the score. */
  doubt_weight: number;
  /** How much earlier a reason comes by what sets the piece apart, and from where on it comes first. */
  apart_weight: number;
  apart_from: number;
  /** Below this weight a criterion is a detail; a catalogue of before this was known has none. */
  lead_weight?: number;
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
  /** Wishes that say that the customer feels the cold, and how much colder it is to them; a stored catalogue may not have it yet. */
  chilly?: { wishes: string[]; colder_c: number };
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
  /** The answer that counts instead of what is computed, on the grid. */
  answer?: "volume_l" | null;
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
  /** Sizes by their kind, as in `Parameters.size_kinds`: where `size` says nothing of a kind, this does. */
  sizes?: Record<string, string>;
  /** A family of colours that is liked. */
  colour?: string;
  /** The litres that a pack should have. */
  volume_l?: number;
  budget_cents?: number;
  must?: string[];
  must_not?: string[];
  prefer?: string[];
}
