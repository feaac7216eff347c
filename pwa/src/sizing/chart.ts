/** A size chart as numbers: rows with an interval for each measure, in millimetres. */

import type { Chart, FieldProblem, Interval, Row } from "./types";
import { ADULTS, tooSmall, unitProblem } from "./units";

export const MEASURES = [
  "chest_mm",
  "waist_mm",
  "hip_mm",
  "low_hip_mm",
  "inseam_mm",
  "height_mm",
  "torso_mm",
  "foot_length_mm",
  "hand_mm",
  "hand_length_mm",
  "head_mm",
  "sleeve_mm",
  "neck_mm",
  "thigh_mm",
];
export const AGE = "age_years";
export const MOST_MM = 3000;
const MOST_ROWS = 200;
const SYSTEMS = "eu fr de it es uk us uk_us intl int mondopoint cm jp age number".split(" ");
const LENGTH = 40;

type Bag = Record<string, unknown>;

export function problem(field: string, fr: string, en: string): FieldProblem {
  return { field, message: { fr, en } };
}

export function isBag(raw: unknown): raw is Bag {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

/** A number above zero and not above three metres. */
export function isNumber(raw: unknown): raw is number {
  return typeof raw === "number" && raw > 0 && raw <= MOST_MM;
}

/** A size as text; null where it is no size. */
export function sizeText(raw: unknown): string | null {
  if (typeof raw === "number") return raw > -1000 && raw < 10000 ? String(raw) : null;
  if (typeof raw !== "string") return null;
  const text = raw.trim();
  return text.length > 0 && [...text].length <= LENGTH ? text : null;
}

/** A number or a range (an open end is null) as an interval; `least` is 0 where nought is a value: an age. */
export function readInterval(raw: unknown, least = 1): Interval | null {
  if (isNumber(raw)) return { low: raw, high: raw, point: true };
  if (!Array.isArray(raw) || raw.length !== 2 || (raw[0] === null && raw[1] === null)) return null;
  const low: unknown = raw[0] ?? 0;
  const high: unknown = raw[1] ?? MOST_MM;
  const starts = raw[0] === null || isNumber(low) || (least === 0 && low === 0);
  if (!starts || !isNumber(high) || (low as number) > high) return null;
  return { low: low as number, high, point: low === high };
}

export function makeChart(rows: Row[], texts: Omit<Chart, "rows" | "measures">): Chart {
  const measures = [...MEASURES, AGE].filter((measure) => rows.some((row) => measure in row.values));
  return { ...texts, rows, measures };
}

/** Read a chart object, adding what is wrong to `problems`; texts may be strings or by language. */
export function readChart(raw: unknown, lang: string, path: string, problems: FieldProblem[], status: string): Chart {
  if (!isBag(raw)) {
    problems.push(
      problem(
        path,
        "Donnez un tableau\u202f: un objet dont «\u202frows\u202f» est la liste des tailles.",
        "Give a chart: an object whose “rows” is the list of sizes.",
      ),
    );
    return makeChart([], { label: "", status, audience: "", garment: "", rule: "" });
  }
  let rows = raw.rows;
  if (!Array.isArray(rows) || rows.length < 1 || rows.length > MOST_ROWS) {
    problems.push(
      problem(
        `${path}.rows`,
        `Donnez une liste de 1 à ${MOST_ROWS} tailles.`,
        `Give a list of 1 to ${MOST_ROWS} sizes.`,
      ),
    );
    rows = [];
  }
  const read = (rows as unknown[]).map((row, index) => readRow(row, `${path}.rows.${index}`, problems));
  const text = (key: string) => readText(raw, key, lang, path, problems);
  const chart = makeChart(read, {
    label: text("label"),
    status: text("status") || status,
    audience: text("audience"),
    garment: text("garment"),
    rule: text("rule"),
  });
  problems.push(...unitSlips(read, path, ADULTS.includes(chart.audience)));
  return chart;
}

/** The first cell of each column whose figures are centimetres or inches rather than millimetres. */
function unitSlips(rows: Row[], path: string, adult: boolean): FieldProblem[] {
  return MEASURES.flatMap((measure) => {
    const slip = rows.findIndex((row) => row.values[measure] && tooSmall(measure, row.values[measure].high, adult));
    const value = rows[slip]?.values[measure]?.high;
    return value === undefined ? [] : [unitProblem(`${path}.rows.${slip}.${measure}`, measure, value)];
  });
}

function readRow(raw: unknown, path: string, problems: FieldProblem[]): Row {
  if (!isBag(raw)) {
    problems.push(
      problem(
        path,
        "Donnez un objet avec «\u202fsize\u202f» et ses mesures.",
        "Give an object with “size” and its measures.",
      ),
    );
    return { size: "", values: {}, systems: {} };
  }
  const size = sizeText(raw.size);
  if (size === null) {
    problems.push(
      problem(
        `${path}.size`,
        "Donnez le nom de la taille, par exemple «\u202fM\u202f».",
        "Give the name of the size, for example “M”.",
      ),
    );
  }
  return { size: size ?? "", values: readValues(raw, path, problems), systems: readSystems(raw) };
}

function readValues(raw: Bag, path: string, problems: FieldProblem[]): Record<string, Interval> {
  const values: Record<string, Interval> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (value === null) continue;
    const field = `${path}.${key}`;
    if (isMeasure(key)) {
      const interval = readInterval(value, leastOf(key));
      if (interval) values[key] = interval;
      else problems.push(badValue(field));
    } else if (key.endsWith("_mm")) problems.push(unknownMeasure(field));
  }
  return values;
}

const leastOf = (key: string): number => (key === AGE ? 0 : 1);

const isMeasure = (key: string): boolean => MEASURES.includes(key) || key === AGE;

function unknownMeasure(field: string): FieldProblem {
  const known = MEASURES.join(", ");
  return problem(
    field,
    `Cette mesure n’est pas connue. Choisissez parmi\u202f: ${known}.`,
    `This measure is not known. Choose one of: ${known}.`,
  );
}

function readSystems(raw: Bag): Record<string, string> {
  const given = isBag(raw.systems) ? raw.systems : {};
  const found: Record<string, string> = {};
  for (const key of SYSTEMS) {
    const text = sizeText(key in given ? given[key] : raw[key]);
    if (text !== null) found[key] = text;
  }
  return found;
}

function readText(raw: Bag, key: string, lang: string, path: string, problems: FieldProblem[]): string {
  let value = raw[key];
  if (isBag(value)) value = value[lang] || value.en || value.fr;
  if (value === undefined || value === null) return "";
  if (typeof value !== "string" || value.length > 2000) {
    problems.push(problem(`${path}.${key}`, "Donnez un texte.", "Give a text."));
    return "";
  }
  return value.replace(/^ +| +$/g, "").replace(/\s+/g, " ");
}

function badValue(field: string): FieldProblem {
  return problem(
    field,
    `Donnez un nombre de millimètres, ou un intervalle [de, à] du plus petit au plus grand, entre 1 et ${MOST_MM}.`,
    `Give a number of millimetres, or a range [from, to] from the smaller to the larger, between 1 and ${MOST_MM}.`,
  );
}
