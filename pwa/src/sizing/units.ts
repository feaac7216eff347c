/** Figures that cannot be millimetres: what they would be in centimetres or inches. */

import type { FieldProblem } from "./types";

/** Usual body measures from a toddler to a tall adult, in millimetres: what a figure in another unit could have meant. */
const USUAL: Record<string, [number, number]> = {
  chest_mm: [400, 1700],
  waist_mm: [380, 1700],
  hip_mm: [400, 1800],
  low_hip_mm: [400, 1800],
  inseam_mm: [250, 1050],
  height_mm: [450, 2300],
  torso_mm: [280, 650],
  foot_length_mm: [90, 360],
  hand_mm: [110, 330],
  hand_length_mm: [90, 250],
  head_mm: [360, 680],
  sleeve_mm: [250, 1050],
  neck_mm: [220, 560],
  thigh_mm: [250, 950],
};
/** Nobody is that small: half of the least usual figure. */
const LEAST_SHARE = 0.5;
/** In a chart of adults: no chest of 60 cm, no foot of 13. */
const LEAST_SHARE_ADULT = 1.5;
export const ADULTS = ["men", "women"];
/** The last one: inches in a column of centimetres. */
const UNITS = [
  [10, "des centimètres", "centimetres"],
  [25.4, "des pouces", "inches"],
  [2.54, "des pouces", "inches"],
] as const;

/** Tell whether a figure is too small for a measure in millimetres. */
export function tooSmall(measure: string, value: number, adult = false): boolean {
  return value < (USUAL[measure]?.[0] ?? 0) * (adult ? LEAST_SHARE_ADULT : LEAST_SHARE);
}

/** Say that a figure is no measure in millimetres, and what it would be in the unit it probably is. */
export function unitProblem(field: string, measure: string, value: number): FieldProblem {
  const [low, high] = USUAL[measure] ?? [0, 0];
  const fr: string[] = [];
  const en: string[] = [];
  for (const [factor, french, english] of UNITS) {
    const millimetres = Math.floor(value * factor + 0.5);
    if (low > millimetres || millimetres > high) continue;
    fr.push(`${french} donneraient ${millimetres}`);
    en.push(`${english} would make ${millimetres}`);
  }
  const hint = (parts: string[], colon: string) => (parts.length > 0 ? `${colon}${parts.join(", ")}` : "");
  return {
    field,
    message: {
      fr: `${value} mm, c’est trop peu pour cette mesure\u202f; des millimètres sont attendus${hint(fr, "\u202f: ")}.`,
      en: `${value} mm is too little for this measure; millimetres are expected${hint(en, ": ")}.`,
    },
  };
}
