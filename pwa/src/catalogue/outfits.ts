/** The rules of outfits: the places of the body, what fills them when, and which wish can be asked of what. */

import type { Condition } from "./finder";
import type { Scalar } from "./scalar";

export interface OutfitRules {
  /** The score below which a place rather stays empty, by need. */
  floors: Record<string, number>;
  /** The activity where none is told. */
  assume: string;
  /** Pieces that fill further places. */
  covers: OutfitCover[];
  /** From skin to shell, head to foot, and the pack. */
  slots: OutfitSlot[];
  /** For each wish of the finder, the families of which a piece can have it. */
  can: string[][];
}

export interface OutfitCover {
  slot: string;
  categories: string[];
  fills: string[];
  gauge: string | null;
  level: number | null;
  property: string | null;
  value: Scalar;
}

export type OutfitZone = "torso" | "legs" | "head" | "hands" | "feet" | "back" | "night" | "rope";
export type OutfitNeed = "required" | "useful" | "none";

export interface OutfitSlot {
  id: string;
  zone: OutfitZone;
  /** The wish as which pieces are judged here. */
  wanted: string;
  /** The category whose drawing stands for an empty place. */
  drawing: string;
  label: string;
  /** The first whose conditions hold decides; the last has none. */
  rows: OutfitRow[];
}

export interface OutfitRow {
  when: Condition;
  need: OutfitNeed;
  /** What the place counts in the whole, 1 to 10. */
  weight: number;
  categories: string[];
  wanted: string | null;
  why: string;
  source: string[];
}
