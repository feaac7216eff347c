/** The words for a recommendation: reasons, cautions, and the three sentences that a seller says. */
import type { Answers, Criterion, Finder, Product, Scalar } from "../catalogue/types";
import { situation } from "./needs";
import type { Ranked } from "./rank";

export interface Line {
  code: string;
  text: string;
}

export interface Sentences {
  reasons: Line[];
  cautions: Line[];
  unknown: string[];
  /** One benefit in the customer's situation, one honest limit, one thing to check at try-on. */
  say: { benefit: string; limit: string; check: string };
}

const PLACEHOLDER = /\{([a-z0-9_]+)\}/g;
const SITUATION = ["activity", "weather", "effort"] as const;

/** The texts of one ranked product, in the language of the snapshot that finder and product come from. */
export function sentences(finder: Finder, product: Product, ranked: Ranked, answers: Answers): Sentences {
  const reasons = ranked.reasons.map((index) => lineOf(finder, product, index, "reason"));
  const cautions = ranked.cautions.map((index) => lineOf(finder, product, index, "caution"));
  const own = finder.speech.categories[product.category];
  return {
    reasons,
    cautions,
    unknown: ranked.unknown,
    say: {
      benefit: benefitOf(finder, product, answers, reasons[0]),
      limit: cautions[0]?.text ?? own?.limit ?? "",
      check: own?.check ?? "",
    },
  };
}

function lineOf(finder: Finder, product: Product, index: number, kind: "reason" | "caution"): Line {
  const criterion = finder.criteria[index] as Criterion;
  let text = criterion.by_category[product.category]?.[kind] ?? criterion[kind];
  if (kind === "caution" && isOver(criterion, product)) text = criterion.over?.caution ?? text;
  return { code: criterion.id, text: text.replace(PLACEHOLDER, (_, name: string) => spoken(finder, product, name)) };
}

function isOver({ over }: Criterion, product: Product): boolean {
  if (!over) return false;
  const level = over.gauge ? product.gauges[over.gauge]?.level : product.properties[over.property ?? ""]?.value;
  return typeof level === "number" && level > over.above;
}

function benefitOf(finder: Finder, product: Product, answers: Answers, reason: Line | undefined): string {
  if (!reason) return product.use;
  const words = situationOf(finder, answers);
  if (!words) return reason.text;
  const said = { situation: upper(words), reason: lower(reason.text) };
  return finder.speech.benefit.replace("{situation}", () => said.situation).replace("{reason}", () => said.reason);
}

function situationOf(finder: Finder, answers: Answers): string {
  const found = SITUATION.map((name) => phraseOf(finder, name, answers[name]));
  const { temperature_c } = answers;
  if (temperature_c !== undefined) {
    const felt = situation(finder.needs, answers).felt_c ?? temperature_c;
    const text = felt < temperature_c ? finder.speech.felt : finder.speech.cold;
    found.push(
      text.replace("{felt_c}", degrees(finder, felt)).replace("{temperature_c}", degrees(finder, temperature_c)),
    );
  }
  return found.filter(Boolean).join(", ");
}

function phraseOf(finder: Finder, name: string, value: string | undefined): string {
  const question = finder.questions.find((each) => each.id === name);
  return question?.answers.find((answer) => answer.id === value)?.phrase ?? "";
}

/** A property as it is spoken, with its unit; what is unknown is said to be so. */
function spoken(finder: Finder, product: Product, name: string): string {
  const value: Scalar | undefined = product.properties[name]?.value;
  const about = finder.speech.values[name];
  if (value === undefined || !about) return "?";
  const word = about.values[String(value)];
  if (word !== undefined) return word;
  const text = typeof value === "number" ? grouped(finder, value) : String(value);
  return about.unit ? `${text}\u00a0${about.unit}` : text;
}

const degrees = (finder: Finder, value: number): string => `${grouped(finder, value)}\u00a0°C`;

function grouped(finder: Finder, value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(?:\d{3})+$)/g, finder.speech.thousands);
  return value < 0 ? `\u2212${digits}` : digits;
}

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Lower the first letter, unless the word is a name or a figure: GORE-TEX stays. */
function lower(text: string): string {
  const second = text.charAt(1);
  const isName = second !== second.toLowerCase();
  return isName ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
