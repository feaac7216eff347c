/** The words for a recommendation: reasons, cautions, and the three sentences that a seller says. */
import type { Answers, Criterion, Finder, Product, Scalar } from "../catalogue/types";
import { ESTIMATE, isEstimated } from "./estimates";
import { type Context, holds, situation } from "./needs";
import type { Ranked } from "./ranked";
import { UNKNOWN } from "./standing";

export interface Line {
  code: string;
  text: string;
  /** The language it is in, where that is not the one of the speech. */
  lang?: string;
}

export interface Sentences {
  reasons: Line[];
  cautions: Line[];
  unknown: string[];
  /** One benefit in the customer's situation, one honest limit, one thing to check at try-on. */
  say: { benefit: string; limit: string; check: string };
}

type Kind = "reason" | "caution";

/** Values that say nothing in a sentence. */
const MUTE: ReadonlySet<Scalar> = new Set(["none", "other"]);
const PLACEHOLDER = /\{([a-z0-9_]+)\}/g;

/** The texts of one ranked product, in the language of the snapshot that finder and product come from. */
export function sentences(finder: Finder, product: Product, ranked: Ranked, answers: Answers): Sentences {
  const reasons = ranked.reasons.map((index) => lineOf(finder, product, index, "reason"));
  const cautions = ranked.cautions.map((index) => lineOf(finder, product, index, "caution"));
  return {
    reasons,
    cautions,
    unknown: ranked.unknown,
    say: {
      benefit: benefitOf(finder, product, answers, ranked.reasons),
      limit: limitOf(finder, product, answers, ranked.cautions),
      check: finder.speech.categories[product.category]?.check ?? "",
    },
  };
}

/** What the customer insists on and nobody states; else the first loud caution, else the category's limit. */
function limitOf(finder: Finder, product: Product, answers: Answers, cautions: readonly number[]): string {
  const hard = new Set([...(answers.must ?? []), ...(answers.must_not ?? [])]);
  const open = finder.wishes.find(
    ({ id, aliases, criterion }) =>
      [id, ...aliases].some((name) => hard.has(name)) && product.verdicts[criterion] === UNKNOWN,
  );
  if (open) {
    const names = finder.criteria[open.criterion]?.properties.filter((name) => !(name in product.properties)) ?? [];
    const told = names.flatMap((name) => finder.comparing?.labels[name] ?? []).join(", ");
    return finder.speech.not_stated.replace("{property}", () => told || lower(open.label));
  }
  const loud = cautions.find((index) => !finder.criteria[index]?.quiet);
  if (loud !== undefined) return lineOf(finder, product, loud, "caution").text;
  return finder.speech.categories[product.category]?.limit ?? "";
}

/** What a criterion says for or against the piece; what rests on an estimate is said to. */
export function lineOf(finder: Finder, product: Product, index: number, kind: Kind): Line {
  const criterion = finder.criteria[index] as Criterion;
  const template = templateOf(criterion, product, kind);
  const text = upper(template.replace(PLACEHOLDER, (_, name: string) => spoken(finder, product, name)));
  // An estimated figure already says that it is one.
  const isGuess = isEstimated(criterion, product) && isStated(template, product);
  const line = { code: criterion.id, text: isGuess ? put(finder.speech.estimated, "text", text) : text };
  return isSpoken(finder, criterion) ? line : { ...line, lang: criterion.lang as string };
}

/** Whether the criterion is written in the language of the speech. */
const isSpoken = ({ speech }: Finder, { lang }: Criterion): boolean => lang === undefined || lang === speech.lang;

/** What to say, the most particular first: of the value, of the category, with the piece's own figures, of all. */
function templateOf(criterion: Criterion, product: Product, kind: Kind): string {
  if (kind === "caution" && criterion.over && isOver(criterion.over, product)) return criterion.over.caution;
  const own =
    criterion.by_value[firstValue(criterion, product)]?.[kind] || criterion.by_category[product.category]?.[kind];
  if (own) return own;
  const told = kind === "reason" ? criterion.told.find((text) => isStated(text, product)) : undefined;
  return told ?? criterion[kind];
}

function isOver(over: NonNullable<Criterion["over"]>, product: Product): boolean {
  const level = over.gauge ? product.gauges[over.gauge]?.level : product.properties[over.property ?? ""]?.value;
  return typeof level === "number" && level > over.above;
}

function firstValue({ reads }: Criterion, { properties }: Product): string {
  const first = reads.find((name) => name in properties);
  return first === undefined ? "" : String(properties[first]?.value);
}

/** Whether the piece has a value that says something, and is no estimate, for each figure of the text. */
function isStated(text: string, { properties }: Product): boolean {
  return [...text.matchAll(PLACEHOLDER)].every(([, name]) => {
    const value = properties[name as string];
    return value !== undefined && value.provenance !== ESTIMATE && !MUTE.has(value.value);
  });
}

/** Whether a criterion may open a sentence alone: neither quiet nor a mere detail, such as a hood. */
export function leads({ criteria, parameters }: Finder, index: number): boolean {
  const { quiet, weight } = criteria[index] as Criterion;
  return !quiet && weight >= (parameters.lead_weight ?? 0);
}

/** The first reason that is neither an estimate nor a detail; else an estimate, before a detail. */
export function leadOf(finder: Finder, product: Product, reasons: readonly number[]): number | undefined {
  const sure = reasons.filter((index) => !isEstimated(finder.criteria[index] as Criterion, product));
  return [...sure, ...reasons].find((index) => leads(finder, index)) ?? sure[0] ?? reasons[0];
}

/** The reason that leads, set in the customer's situation; else what the piece is for. */
export function benefitOf(finder: Finder, product: Product, answers: Answers, reasons: readonly number[]): string {
  const index = leadOf(finder, product, reasons);
  if (index === undefined) return product.use;
  const { text } = lineOf(finder, product, index, "reason");
  const words = situationOf(finder, answers);
  if (!words || !isSpoken(finder, finder.criteria[index] as Criterion)) return text;
  return put(finder.speech.benefit, "reason", text).replace("{situation}", () => upper(words));
}

/** What is asked of the piece: the activity and what the weather adds to it, or else the effort; the cold. */
function situationOf(finder: Finder, answers: Answers): string {
  const isUnsaid =
    Object.keys(finder.speech.unsaid).length > 0 && holds(finder.speech.unsaid, { ...answers } as Context);
  const found = [phraseOf(finder, answers, "activity"), isUnsaid ? "" : phraseOf(finder, answers, "weather")];
  const scene = found.filter(Boolean).join(" ") || phraseOf(finder, answers, "effort");
  return [scene, coldOf(finder, answers)].filter(Boolean).join(", ");
}

function coldOf(finder: Finder, answers: Answers): string {
  const { temperature_c } = answers;
  if (temperature_c === undefined) return "";
  const felt = situation(finder.needs, answers).felt_c ?? temperature_c;
  const text = felt < temperature_c ? finder.speech.felt : finder.speech.cold;
  return text.replace("{felt_c}", degrees(finder, felt)).replace("{temperature_c}", degrees(finder, temperature_c));
}

function phraseOf(finder: Finder, answers: Answers, name: "activity" | "weather" | "effort"): string {
  const question = finder.questions.find((each) => each.id === name);
  return question?.answers.find((answer) => answer.id === answers[name])?.phrase ?? "";
}

/** A property as it is spoken, with its unit; what is estimated or unknown is said to be so. */
function spoken(finder: Finder, product: Product, name: string): string {
  const told = product.properties[name];
  const about = finder.speech.values[name];
  if (!told || !about) return "?";
  const word = about.values[String(told.value)];
  if (word !== undefined) return word;
  const number = typeof told.value === "number" ? grouped(finder, told.value) : String(told.value);
  const text = about.unit ? `${number}\u00a0${about.unit}` : number;
  return told.provenance === ESTIMATE ? finder.speech.about.replace("{value}", () => text) : text;
}

const degrees = (finder: Finder, value: number): string => `${grouped(finder, value)}\u00a0°C`;

export function grouped(finder: Finder, value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(?:\d{3})+$)/g, finder.speech.thousands);
  return value < 0 ? `\u2212${digits}` : digits;
}

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Fill words into a template: in small letters for `{name}`, as they are for `{Name}`. */
export const put = (template: string, name: string, words: string): string =>
  template.replace(`{${name}}`, () => lower(words)).replace(`{${upper(name)}}`, () => words);

/** Lower the first letter, unless the first word is a name: GORE-TEX, Gore-Tex and RECCO stay. */
export function lower(text: string): string {
  const isName = /^\S+?[\p{Lu}\p{Nd}]/u.test(text);
  return isName ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
