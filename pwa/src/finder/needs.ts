/** From answers to needs: felt temperature, insulation, and per family the level that each gauge has to reach. */
import type {
  Answers,
  Condition,
  Finder,
  NeedDimension,
  NeedRow,
  NeedScale,
  NeedTables,
  Scalar,
} from "../catalogue/types";

export type Context = Record<string, Scalar | null>;
type Figures = Record<string, number | null>;
export type Values = Record<string, Scalar | null>;

/** Answers with what may be assumed from them, and the figures made from both. */
export interface Situation {
  context: Context;
  figures: Figures;
  /** °C, only where a temperature was given. */
  felt_c: number | null;
}

const CHOICES = ["activity", "weather", "effort", "duration", "nights_in", "audience", "humid"] as const;
const ANY = "any";

/** Whether every key of the condition has one of its values in the context. */
export function holds(condition: Condition, context: Context): boolean {
  for (const key in condition) {
    const value = context[key];
    if (value === undefined || value === null || !(condition[key] as Scalar[]).includes(value)) return false;
  }
  return true;
}

/** Wind chill in whole °C; outside the formula's validity, the air temperature itself. */
export function felt(wind: NeedTables["wind"], temperature: number, speed: number | null): number {
  if (speed === null || speed < wind.from_kmh || temperature > wind.to_c) return temperature;
  const power = wind.powers[Math.min(speed, wind.powers.length - 1)] as number;
  // 13.12 + 0.6215 T - 11.37 V^0.16 + 0.3965 T V^0.16, scaled by 10^10 so that every term is an integer
  const scaled = 131_200_000_000 + 6_215_000_000 * temperature - 113_700 * power + 3_965 * temperature * power;
  return Math.min(temperature, Math.floor((scaled + 5_000_000_000) / 10_000_000_000));
}

/** Clothing insulation asked for, in tenths of a clo: max(0, (33 - T) / (6.85 met) - 0.5). */
export function cloTenths(feltC: number, metTenths: number): number {
  if (feltC >= 33) return 0;
  return Math.max(0, Math.floor(((33 - feltC) * 10_000) / (685 * metTenths)) - 5);
}

/** The situation that the answers describe. */
export function situation(tables: NeedTables, answers: Answers): Situation {
  const context = assumed(tables, answers);
  const given = whole(answers.temperature_c);
  const air = given ?? (first(tables.assumed.temperature_c ?? [], context) as number | null);
  const speed = whole(answers.wind_kmh);
  const chill = air === null ? null : felt(tables.wind, air, speed);
  const cold = chill !== null && isChilly(tables, answers) ? chill - (tables.chilly?.colder_c ?? 0) : chill;
  const told = { volume_l: whole(answers.volume_l), age_years: whole(answers.age_years) };
  const figures = figuresOf(tables, context, air, cold, told);
  for (const name in tables.bands) put(context, name, steps(tables.bands[name] as NeedScale, figures));
  if (speed !== null) context.windy = speed >= tables.wind.windy_from_kmh;
  for (const name in tables.cases) put(context, name, first(tables.cases[name] as NeedRow[], context));
  return { context, figures, felt_c: given === null ? null : chill };
}

/** Whether a wish says that the customer feels the cold: the need rises, not only what warmth counts for. */
export function isChilly({ chilly }: NeedTables, { must = [], prefer = [] }: Answers): boolean {
  return chilly?.wishes.some((wish) => must.includes(wish) || prefer.includes(wish)) ?? false;
}

function figuresOf(
  tables: NeedTables,
  context: Context,
  air: number | null,
  cold: number | null,
  told: Figures,
): Figures {
  const figures: Figures = { air_c: air, felt_c: cold, ...told };
  for (const name in tables.met) {
    const met = first(tables.met[name] as NeedRow[], context) as number | null;
    figures[`clo_${name}`] = met === null || cold === null ? null : cloTenths(cold, met);
  }
  return figures;
}

function assumed(tables: NeedTables, answers: Answers): Context {
  const context: Context = {};
  for (const key of CHOICES) put(context, key, answers[key] ?? null);
  context.slot = tables.slots[answers.wanted ?? ""] ?? ANY;
  for (const key in tables.assumed) {
    if (key !== "temperature_c" && !(key in context))
      put(context, key, first(tables.assumed[key] as NeedRow[], context));
  }
  return context;
}

/** The value of each dimension of the family; null where the answers do not decide it. */
export function familyNeeds(tables: NeedTables, now: Situation, family: string): Values {
  const values: Values = {};
  const figures: Figures = { ...now.figures };
  for (const dimension of tables.families[family] ?? []) {
    const value = levelOf(dimension, now.context, figures);
    values[dimension.id] = value;
    figures[`need.${dimension.id}`] = typeof value === "number" ? value : null;
  }
  return values;
}

/** The level that each gauge of a family has to reach, null where the answers do not tell. */
export function needs(finder: Finder, answers: Answers, family: string): Record<string, number | null> {
  return gaugeLevels(finder.needs, familyNeeds(finder.needs, situation(finder.needs, answers), family), family);
}

/** Of the family's dimensions, those that stand on a gauge. */
export function gaugeLevels(tables: NeedTables, values: Values, family: string): Record<string, number | null> {
  const levels: Record<string, number | null> = {};
  for (const dimension of tables.families[family] ?? []) {
    if (dimension.gauge) levels[dimension.id] = values[dimension.id] as number | null;
  }
  return levels;
}

function levelOf(dimension: NeedDimension, context: Context, figures: Figures): Scalar | null {
  const asked = figures[dimension.answer ?? ""] ?? null;
  if (asked !== null) return onGrid(asked, dimension);
  if (!holds(dimension.when, context)) return null;
  const base = baseOf(dimension, context, figures);
  if (typeof base !== "number") return base;
  let value = base;
  for (const change of dimension.adjust) if (holds(change.when, context)) value += change.add;
  return Math.max(dimension.min, Math.min(dimension.max, value));
}

/** The step of the grid nearest to the answer, the higher of two, within the range. */
function onGrid(asked: number, { grid, min, max }: NeedDimension): number {
  return Math.max(min, Math.min(max, Math.floor((2 * asked + grid) / (2 * grid)) * grid));
}

function baseOf(dimension: NeedDimension, context: Context, figures: Figures): Scalar | null {
  if (dimension.rows.length) return first(dimension.rows, context);
  if (!dimension.grid) return steps(dimension, figures);
  const figure = figures[dimension.figure ?? ""] ?? null;
  return figure === null ? null : Math.floor(figure / dimension.grid) * dimension.grid;
}

function steps(scale: NeedScale, figures: Figures): number | null {
  const figure = figures[scale.figure ?? ""] ?? null;
  if (figure === null) return null;
  return scale.from.filter((start) => figure >= start).length + scale.below.filter((end) => figure < end).length;
}

function first(rows: readonly NeedRow[], context: Context): Scalar | null {
  for (const row of rows) if (holds(row.when, context)) return row.value;
  return null;
}

function put(context: Context, key: string, value: Scalar | null): void {
  if (value !== null) context[key] = value;
}

const whole = (value: number | undefined): number | null => (value === undefined ? null : Math.floor(value + 0.5));
