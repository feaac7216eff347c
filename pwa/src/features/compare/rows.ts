/** What sets pieces side by side apart, what decides for this need first. Pure. */
import type { Attribute, Criterion, Product } from "../../catalogue/types";
import type { GaugeData } from "../../components/Gauges";
import { type FactText, factText } from "../need/facts";

export interface Cell {
  text: FactText | null;
  estimate: boolean;
  better: boolean;
}

export interface FactRow {
  id: string;
  label: string;
  cells: Cell[];
  /** "different": shown; "equal": folded away; "methods": measured in ways that do not compare. */
  state: "different" | "equal" | "methods";
  decides: boolean;
}

export interface GaugeRow {
  id: string;
  label: string;
  /** One for each piece; null where its category has no such gauge. */
  cells: (GaugeData | null)[];
  better: boolean[];
  /** All pieces show the same: folded away. */
  equal: boolean;
}

/** The gauges of the pieces: what tells them apart for this need first, then as the first piece orders them. */
export function gaugeRows(gauges: readonly (readonly GaugeData[])[]): GaugeRow[] {
  const ids = [...new Set(gauges.flatMap((list) => list.map(({ id }) => id)))];
  const rows = ids.map((id) => {
    const cells = gauges.map((list) => list.find((gauge) => gauge.id === id) ?? null);
    return { id, label: cells.find((cell) => cell)?.label ?? id, cells, better: nearest(cells), equal: alike(cells) };
  });
  const decides = (row: GaugeRow) => (row.better.some(Boolean) ? 1 : 0);
  return rows.sort((a, b) => decides(b) - decides(a));
}

const alike = (cells: readonly (GaugeData | null)[]): boolean => new Set(cells.map((cell) => cell?.level)).size === 1;

/** Nearest to the need is better; what falls short loses to what has more. None where all are alike, or nothing is needed. */
function nearest(cells: readonly (GaugeData | null)[]): boolean[] {
  const away = cells.map((cell) => {
    if (!cell || cell.level === null || cell.need === null) return null;
    const difference = cell.level - cell.need;
    return difference < 0 ? 10 - difference : difference;
  });
  return best(away, "lower");
}

/** Mark the best of the known values; nobody is best where all known ones are equal, or only one is known. */
function best(values: readonly (number | null)[], direction: "higher" | "lower"): boolean[] {
  const known = values.filter((value) => value !== null);
  const top = direction === "higher" ? Math.max(...known) : Math.min(...known);
  const apart = known.length > 1 && known.some((value) => value !== top);
  return values.map((value) => apart && value === top);
}

/** The facts of the pieces, deciding ones first. `deciding` are property ids of the criteria that spoke. */
export function factRows(
  products: readonly Product[],
  attributes: ReadonlyMap<string, Attribute>,
  deciding: ReadonlySet<string>,
): FactRow[] {
  const rows = [...attributes.values()]
    .filter(({ id }) => id !== "price_cents" && !isMethod(id, attributes))
    .filter(({ id }) => products.some((product) => id in product.properties))
    .map((attribute) => factRow(products, attribute, deciding));
  const place = (row: FactRow) => (row.decides ? 0 : 1);
  return rows.sort((a, b) => place(a) - place(b));
}

/** An attribute that only names how another one was measured is no row of its own. */
const isMethod = (id: string, attributes: ReadonlyMap<string, Attribute>): boolean =>
  [...attributes.values()].some((attribute) => methodOf(attribute) === id);

const methodOf = (attribute: Attribute): string | null =>
  (attribute as Attribute & { method?: string | null }).method ?? null;

function factRow(products: readonly Product[], attribute: Attribute, deciding: ReadonlySet<string>): FactRow {
  const values = products.map((product) => product.properties[attribute.id]);
  const comparable = sameMethod(products, attribute);
  const figures = values.map((one) => (typeof one?.value === "number" ? one.value : null));
  const first = attribute.better && comparable ? best(figures, attribute.better) : values.map(() => false);
  // An estimate may lose to a figure that is stated; it never wins over one.
  const better = first.map((one, at) => one && values[at]?.provenance !== "estimate");
  const equal = new Set(values.map((one) => JSON.stringify(one?.value ?? null))).size === 1;
  return {
    id: attribute.id,
    label: attribute.label,
    state: !comparable ? "methods" : equal ? "equal" : "different",
    decides: deciding.has(attribute.id),
    cells: values.map((one, at) => ({
      text: one ? factText(attribute, one.value) : null,
      estimate: one?.provenance === "estimate",
      better: better[at] ?? false,
    })),
  };
}

/** Figures of the laboratory, and the gauge that weighs them against the need: more of them is not always better. */
export const GAUGED_FIGURES: Readonly<Record<string, string>> = {
  ret: "breathe",
  mvtr_g_m2_24h: "breathe",
  waterproof_mm: "dry",
};

/** Where a gauge tells which piece is nearer to the need, the figure behind it does not judge a second time. */
export function judgedOnce(facts: readonly FactRow[], gauges: readonly GaugeRow[]): FactRow[] {
  const judging = new Set(gauges.filter((row) => row.better.some(Boolean)).map(({ id }) => id));
  return facts.map((row) =>
    judging.has(GAUGED_FIGURES[row.id] ?? "")
      ? { ...row, cells: row.cells.map((cell) => ({ ...cell, better: false })) }
      : row,
  );
}

/** Two figures of one quality that no factor turns into each other. */
const APART: Record<string, string> = { ret: "mvtr_g_m2_24h", mvtr_g_m2_24h: "ret" };

/** Figures compare only within one method; where a method is asked for and not told, they do not compare either. */
function sameMethod(products: readonly Product[], attribute: Attribute): boolean {
  const other = APART[attribute.id];
  if (other && products.some(({ properties }) => !(attribute.id in properties) && other in properties)) return false;
  const method = methodOf(attribute);
  if (method === null) return true;
  const held = products.filter((product) => attribute.id in product.properties);
  const methods = held.map((product) => product.properties[method]?.value);
  return held.length < 2 || (methods[0] !== undefined && methods.every((one) => one === methods[0]));
}

/** The properties behind the criteria that spoke for or against these pieces. */
export function decidingProperties(criteria: readonly Criterion[], spoke: readonly number[]): Set<string> {
  return new Set(spoke.flatMap((index) => criteria[index]?.properties ?? []));
}
