/** Room for the toes: by use, by socks, and whether a chart gives the foot or the inside of the shoe. */

import type { Request } from "./request";
import type { Rule } from "./rules";
import { tables } from "./tables";

export const FOOT = "foot_length_mm";
export const TOES = ["toe_room", "toe_snug"];

export interface Room {
  /** Millimetres looked up on top of the foot. */
  extraMm: number;
  /** The sentences about it, with their words. */
  said: [string, Record<string, string>][];
}

/** The room for one pair; none for what is no shoe. */
export function roomFor(asked: Request, kind: string, rule: Rule, kids: boolean): Room {
  if (kind !== "footwear" && kind !== "climbing") return { extraMm: 0, said: [] };
  const { toe_room: toes } = tables.conversions;
  const use = toes.kinds[kids ? "kids" : (toes.names[asked.garment] ?? "")];
  const added = addedMm(asked, rule, use?.least_mm ?? toes.kinds.light?.least_mm ?? 0);
  const said: Room["said"] = added.map(([key, millimetres]) => [key, { room: String(millimetres) }]);
  if (use) said.push(use.shown ? ["toe_room", { room: use.shown }] : ["toe_snug", {}]);
  return { extraMm: added.reduce((sum, [, millimetres]) => sum + millimetres, 0), said };
}

function addedMm(asked: Request, rule: Rule, least: number): [string, number][] {
  const socks = tables.conversions.thick_socks.mm;
  return [
    ...(asked.layering === "thick" ? [["socks", socks] as [string, number]] : []),
    ...(rule.inside ? [["inside", least] as [string, number]] : []),
  ];
}
