/** The question as it comes in, checked field by field. */

import { isBag, isNumber, MEASURES, MOST_MM, problem, readChart, sizeText } from "./chart";
import { layeringLevel } from "./rules";
import { readTryOns, type TryOns } from "./tried";
import type { Chart, Charts, FieldProblem, Level, SizeQuestion } from "./types";
import { SizingError } from "./types";
import { tooSmall, unitProblem } from "./units";

const LANGUAGES = ["fr", "en", "de", "it", "es"];
const AUDIENCES = ["men", "women", "unisex", "kids"];
const SYSTEMS: Record<string, string> = {
  eu: "eu",
  eur: "eu",
  fr: "fr",
  de: "de",
  it: "it",
  es: "es",
  uk: "uk",
  gb: "uk",
  us: "us",
  usa: "us",
  "us-men": "us-men",
  "us-m": "us-men",
  "us-women": "us-women",
  "us-w": "us-women",
  intl: "intl",
  int: "intl",
  international: "intl",
  letter: "intl",
  alpha: "intl",
  mondopoint: "mondopoint",
  mondo: "mondopoint",
  mp: "mondopoint",
  cm: "cm",
  jp: "cm",
  number: "number",
};

export interface Usual {
  system: string;
  size: string;
}

export interface Request {
  chart: Chart | null;
  measurements: Record<string, number>;
  usual: Usual | null;
  layering: Level | "";
  ageYears: number | null;
  growth: boolean;
  lang: string;
  audience: string;
  garment: string;
  fitNote: string;
  sizes: string[];
  tryOns: TryOns;
}

const SHOWN: Record<string, string> = { mondopoint: "Mondopoint", "us-men": "US", "us-women": "US" };

/** A usual size as it is spoken: "EU 40", "M". */
export function shown(usual: Usual): string {
  if (["intl", "number"].includes(usual.system)) return usual.size;
  return usual.system === "cm"
    ? `${usual.size} cm`
    : `${SHOWN[usual.system] ?? usual.system.toUpperCase()} ${usual.size}`;
}

/** Read and check a question. Throws SizingError with every problem. */
export function readRequest(raw: SizeQuestion, charts: Charts): Request {
  const problems: FieldProblem[] = [];
  if (!isBag(raw)) throw new SizingError([problem("", "Donnez un objet.", "Give an object.")]);
  const lang = choice(raw.lang, "lang", LANGUAGES, problems) || "fr";
  const chart = readOwnChart(raw.chart, charts, lang, problems);
  const audience = choice(raw.audience, "audience", AUDIENCES, problems) || (chart?.audience ?? "");
  const request: Request = {
    chart,
    measurements: readMeasurements(raw.measurements_mm, problems),
    usual: readUsual(raw.usual, problems),
    layering: readLayering(raw.layering, problems),
    ageYears: readAge(raw.age_years, problems),
    growth: readFlag(raw.growth, "growth", problems),
    lang,
    audience,
    garment: readGarment(raw, chart),
    fitNote: readFitNote(raw.fit_note, lang, problems),
    sizes: readSizes(raw.sizes, problems),
    tryOns: readTryOns(raw.try_ons, problems),
  };
  if (problems.length === 0 && saysNothing(request)) {
    problems.push(
      problem(
        "measurements_mm",
        "Donnez au moins une mesure en millimètres, «\u202fusual\u202f» (la taille habituelle) ou «\u202fage_years\u202f».",
        "Give at least one measure in millimetres, “usual” (the usual size) or “age_years”.",
      ),
    );
  }
  if (problems.length > 0) throw new SizingError(problems);
  return request;
}

function saysNothing(request: Request): boolean {
  return Object.keys(request.measurements).length === 0 && request.usual === null && request.ageYears === null;
}

function readOwnChart(given: unknown, charts: Charts, lang: string, problems: FieldProblem[]): Chart | null {
  if (given === "") return null;
  if (given === undefined || given === null) {
    problems.push(
      problem(
        "chart",
        "Donnez «\u202fref\u202f», une pièce du catalogue, ou «\u202fchart\u202f», un tableau de tailles.",
        "Give “ref”, a piece of the catalogue, or “chart”, a size chart.",
      ),
    );
    return null;
  }
  if (typeof given !== "string") return readChart(given, lang, "chart", problems, "given");
  if (!(given in charts)) {
    const name = given.slice(0, 40);
    problems.push(
      problem(
        "chart",
        `Le tableau «\u202f${name}\u202f» est inconnu. Donnez l’un de ceux du catalogue, ou le tableau lui-même.`,
        `The chart “${name}” is unknown. Name one of the catalogue’s, or give the chart itself.`,
      ),
    );
    return null;
  }
  return readChart(charts[given], lang, "chart", problems, "maker");
}

/** The measures by id in the usual order; "chest" is taken for "chest_mm". */
function readMeasurements(raw: unknown, problems: FieldProblem[]): Record<string, number> {
  if (raw === undefined || raw === null) return {};
  if (!isBag(raw)) {
    problems.push(problem("measurements_mm", "Donnez un objet.", "Give an object."));
    return {};
  }
  const found = new Map<string, number>();
  for (const [key, value] of Object.entries(raw)) readMeasurement(key, value, found, problems);
  return Object.fromEntries(MEASURES.flatMap((m) => (found.has(m) ? [[m, found.get(m) as number]] : [])));
}

function readMeasurement(key: string, value: unknown, found: Map<string, number>, problems: FieldProblem[]): void {
  const measure = key.endsWith("_mm") ? key : `${key}_mm`;
  const field = `measurements_mm.${key}`;
  if (!MEASURES.includes(measure)) {
    const known = MEASURES.join(", ");
    problems.push(
      problem(
        field,
        `Cette mesure n’est pas connue. Choisissez parmi\u202f: ${known}.`,
        `This measure is not known. Choose one of: ${known}.`,
      ),
    );
  } else if (isNumber(value)) {
    if (tooSmall(measure, value)) problems.push(unitProblem(field, measure, value));
    else found.set(measure, value);
  } else {
    const fr = `Donnez un nombre de millimètres, de 1 à ${MOST_MM}.`;
    problems.push(problem(field, fr, `Give a number of millimetres, from 1 to ${MOST_MM}.`));
  }
}

function readUsual(raw: unknown, problems: FieldProblem[]): Usual | null {
  if (raw === undefined || raw === null) return null;
  if (!isBag(raw)) {
    problems.push(problem("usual", "Donnez un objet.", "Give an object."));
    return null;
  }
  const size = sizeText(raw.size);
  if (size === null)
    problems.push(
      problem(
        "usual.size",
        "Donnez la taille, par exemple «\u202f40\u202f» ou «\u202fM\u202f».",
        "Give the name of the size, for example “M”.",
      ),
    );
  const name = typeof raw.system === "string" ? raw.system.trim().toLowerCase().replace(/[_ ]/g, "-") : "";
  const system = SYSTEMS[name];
  if (system === undefined) {
    const known = "EU, FR, DE, IT, ES, UK, US, US-men, US-women, INTL, mondopoint, cm";
    problems.push(
      problem(
        "usual.system",
        `Choisissez l’un de ces systèmes\u202f: ${known}.`,
        `Choose one of these systems: ${known}.`,
      ),
    );
  }
  return system !== undefined && size !== null ? { system, size } : null;
}

function readLayering(raw: unknown, problems: FieldProblem[]): Level | "" {
  if (raw === undefined || raw === null || raw === "") return "";
  const level = typeof raw === "string" && raw.length <= 200 ? layeringLevel(raw) : null;
  if (level === null) {
    problems.push(
      problem(
        "layering",
        "Dites ce qui se porte dessous\u202f: none, light, fleece, down, ou en quelques mots, «\u202fpar-dessus une polaire\u202f».",
        "Say what is worn below: none, light, fleece, down, or in words, “over a fleece”.",
      ),
    );
  }
  return level ?? "";
}

function readAge(raw: unknown, problems: FieldProblem[]): number | null {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === "number" && raw >= 0 && raw <= 120) return raw;
  problems.push(problem("age_years", "Donnez un âge de 0 à 120 ans.", "Give an age from 0 to 120 years."));
  return null;
}

function readFlag(raw: unknown, field: string, problems: FieldProblem[]): boolean {
  if (raw !== undefined && raw !== null && typeof raw !== "boolean") {
    problems.push(problem(field, "Donnez true ou false.", "Give true or false."));
  }
  return raw === true;
}

function choice(raw: unknown, field: string, known: string[], problems: FieldProblem[]): string {
  if (raw === undefined || raw === null || raw === "") return "";
  if (typeof raw === "string" && known.includes(raw)) return raw;
  const listed = known.join(", ");
  problems.push(problem(field, `Choisissez parmi ${listed}.`, `Choose Choose one of ${listed}..`));
  return "";
}

function readGarment(raw: SizeQuestion, chart: Chart | null): string {
  for (const value of [raw.category, raw.garment]) if (typeof value === "string" && value) return value;
  return chart?.garment ?? "";
}

function readFitNote(raw: unknown, lang: string, problems: FieldProblem[]): string {
  const value = isBag(raw) ? raw[lang] || raw.en || raw.fr : raw;
  if (value === undefined || value === null || value === "") return "";
  if (typeof value === "string" && value.length <= 2000) return value;
  problems.push(problem("fit_note", "Donnez un texte.", "Give a text."));
  return "";
}

function readSizes(raw: unknown, problems: FieldProblem[]): string[] {
  if (raw === undefined || raw === null) return [];
  const sizes = Array.isArray(raw) && raw.length <= 200 ? raw.map(sizeText) : [null];
  if (sizes.includes(null)) {
    problems.push(
      problem("sizes", "Donnez la liste des tailles vendues.", "Give the list of the sizes that are sold."),
    );
    return [];
  }
  return [...new Set(sizes as string[])];
}
