/** How two pieces are held against each other: what counts as a real difference, and the words for it. */

export interface Comparing {
  /** Categories of one place on the body stand for each other. */
  places: Record<string, string[]>;
  axes: Axis[];
  /** What a customer asks from a piece at hand, and the axis that it means. */
  towards: Record<string, string>;
  words: Record<ComparingWord, string>;
  /** What stands in the way of a piece; `{is}` is said of the piece and `{asked}` of the customer. */
  against: Record<"wanted" | "audience" | "size" | "budget_cents" | "kept" | "must_not", string>;
  /** How properties and gauges are called. */
  labels: Record<string, string>;
}

export type ComparingWord =
  | "step"
  | "steps"
  | "less"
  | "more"
  | "instead"
  | "colours"
  | "apart"
  | "also"
  | "money"
  | "decimal"
  | "about";

export interface Axis {
  id: string;
  /** The first that both pieces state decides. */
  figures: Figure[];
  gauge: string | null;
  /** A property that is a level. */
  property: string | null;
  /** Levels mean nothing across categories. */
  within_category: boolean;
  least_percent: number;
  more: string | null;
  less: string | null;
}

export interface Figure {
  property: string;
  better: "higher" | "lower";
  /** The figure with its unit, "{value} g". */
  text: string;
  /** The property that names how the figure was measured: figures compare only within one method. */
  method: string | null;
  /** A smaller difference is none. */
  least: number;
  least_percent: number;
  /** Told as an amount ("140 g less"), else as both figures. */
  amount: boolean;
}
