/** Why, or why not, this piece: its place, what stands in its way, every verdict, and the best beside it. */
import type { Answers, Comparing, Criterion, Finder, Product, Provenance } from "../catalogue/types";
import { type Difference, differences, money } from "./differences";
import { type Line, lineOf, lower } from "./explain";
import { type Judged, judge, judgeKind, knownProduct, type Levels, placeOf, spokenTerms, without } from "./judged";
import { gaugeLevels } from "./needs";
import { activeFor } from "./request";
import { type Standing, UNKNOWN } from "./standing";

export type Verdict = "meets" | "fails" | "unknown";
export type Strength = "must" | "must_not" | "prefer" | "soft";

export interface Judgement {
  code: string;
  verdict: Verdict;
  degree: number | null;
  weight: number;
  strength: Strength;
  text: string;
  /** The properties, else the gauge, that would decide and are not known. */
  missing: string[];
  provenance: Provenance | null;
}

export interface GaugeJudgement {
  gauge: string;
  level: number | null;
  need: number | null;
  verdict: "unknown" | "no-need" | "enough" | "short" | "over";
  provenance: Provenance | null;
}

export interface Why {
  ref: string;
  /** Its place among those proposed; null where it is not. */
  place: number | null;
  of: number;
  score: number;
  word: string | null;
  fits: string[];
  in_stock: number;
  price_cents: number | null;
  /** What stands in its way, each answer once. */
  against: Line[];
  /** The smallest sets of answers to let go, and the place that it would have then. */
  ways: { drop: string[]; place: number | null; of: number }[];
  criteria: Judgement[];
  gauges: GaugeJudgement[];
  /** The best piece beside it; null where it is the best itself, or of another kind. */
  best: {
    ref: string;
    score: number;
    has: (Line & { gain: number })[];
    has_not: (Line & { gain: number })[];
    differences: Difference[];
  } | null;
}

/** How many criteria tell a piece from the best one. */
const LACKS = 3;
const AGAINST: ReadonlySet<string> = new Set(["wanted", "audience", "size", "budget_cents"]);

interface Subject {
  finder: Finder;
  judged: Judged;
  standing: Standing;
  currency: string;
}

/** Why a product is proposed or not; of another kind than the wanted one, it is judged as what it is. */
export function why(
  finder: Finder,
  products: readonly Product[],
  answers: Answers,
  stock: Levels,
  ref: string,
  currency = "EUR",
): Why {
  const product = knownProduct(finder, products, ref);
  const whole = judge(finder, products, answers, stock);
  const judged = whole.found.has(ref) ? whole : judgeKind(finder, products, answers, stock, product);
  const standing = judged.found.get(ref) as Standing;
  const subject = { finder, judged, standing, currency };
  const drops = dropsOf(standing, judged === whole ? [] : ["wanted"]);
  return {
    ref,
    place: placeOf(whole, ref),
    of: whole.best.length,
    score: standing.score,
    word: finder.parameters.words.find(({ from }) => standing.score >= from)?.id ?? null,
    fits: standing.fits,
    in_stock: standing.inStock,
    price_cents: standing.priceCents,
    against: [...new Set(drops.flat())].sort().map((name) => againstOf(subject, name)),
    ways: drops.map((drop) => wayOf(finder, products, answers, stock, product, drop)),
    criteria: criteriaOf(subject),
    gauges: gaugesOf(subject),
    best: whole === judged ? bestOf(subject) : null,
  };
}

/** The sets of answers that would have to go, the smallest first; none where nothing stands in its way. */
function dropsOf(standing: Standing, extra: readonly string[]): string[][] {
  const drops = standing.broken.map((drop) => [...new Set([...drop, ...extra])].sort());
  if (drops.some((drop) => drop.length === 0)) return [];
  return drops.sort((a, b) => a.length - b.length || (a.join("\n") < b.join("\n") ? -1 : 1));
}

/** The place that the piece would have without some answers; among its own kind, where the kind goes. */
function wayOf(
  finder: Finder,
  products: readonly Product[],
  answers: Answers,
  stock: Levels,
  product: Product,
  drop: string[],
): Why["ways"][number] {
  const kept = without(answers, drop);
  if (drop.includes("wanted")) kept.wanted = product.category;
  const then = judge(finder, products, kept, stock);
  return { drop, place: placeOf(then, product.ref), of: then.best.length };
}

function againstOf(subject: Subject, name: string): Line {
  const { finder, judged, standing } = subject;
  if (AGAINST.has(name)) return { code: name, text: answerAgainst(subject, name) };
  const must = judged.asked.must.find((wish) => wish.name === name);
  if (must) return { code: name, text: lineOf(finder, standing.product, must.criterion, "caution").text };
  const refused = judged.asked.mustNot.find((wish) => wish.name === name);
  return { code: name, text: said(finder, "must_not", wishOf(finder, refused?.criterion ?? -1)) };
}

function answerAgainst({ finder, judged, standing, currency }: Subject, name: string): string {
  const { product } = standing;
  const { answers } = judged;
  const price = standing.priceCents ?? 0;
  if (name === "audience")
    return said(finder, name, audienceOf(finder, product.audience), audienceOf(finder, answers.audience ?? ""));
  if (name === "size") {
    const kind = finder.parameters.size_kinds[standing.family] as string;
    const offered = [...new Set(product.variants.map(({ size }) => size))];
    return said(finder, name, offered.join(", "), answers.size || (answers.sizes?.[kind] ?? ""));
  }
  if (name === "budget_cents")
    return said(finder, name, money(finder, price, currency), money(finder, price - (answers[name] ?? 0), currency));
  return said(finder, "wanted", "");
}

/** Every criterion that counts, the wishes first, then the weightiest, each with its verdict and its sentence. */
function criteriaOf(subject: Subject): Judgement[] {
  const { finder, judged, standing } = subject;
  const strengths = new Map<number, Strength>();
  for (const kind of ["prefer", "must"] as const) for (const index of wished(subject, kind)) strengths.set(index, kind);
  const found: [index: number, weight: number, degree: number, strength: Strength][] = spokenTerms(
    judged.asked,
    standing,
  ).map(([index, weight, degree]) => [index, weight, degree, strengths.get(index) ?? "soft"]);
  for (const index of wished(subject, "must_not")) {
    const degree = standing.product.verdicts[index] as number;
    if (degree >= UNKNOWN) found.push([index, finder.criteria[index]?.weight as number, degree, "must_not"]);
  }
  found.sort((a, b) => Number(a[3] === "soft") - Number(b[3] === "soft") || b[1] - a[1] || a[0] - b[0]);
  return found.map(([index, weight, degree, strength]) => judgementOf(subject, index, weight, degree, strength));
}

/** The criteria of the wishes of one kind. */
function wished({ finder, judged }: Subject, kind: "must" | "must_not" | "prefer"): number[] {
  const names = new Set(judged.answers[kind]);
  const asked = finder.wishes.filter(({ id, aliases }) => [id, ...aliases].some((name) => names.has(name)));
  return asked.map(({ criterion }) => criterion);
}

function judgementOf(subject: Subject, index: number, weight: number, degree: number, strength: Strength): Judgement {
  const { finder, standing } = subject;
  const criterion = finder.criteria[index] as Criterion;
  const meets = degree >= finder.parameters.meets_from !== (strength === "must_not");
  const known: Verdict = meets ? "meets" : "fails";
  const verdict = degree === UNKNOWN ? "unknown" : known;
  return {
    code: criterion.id,
    verdict,
    degree: degree === UNKNOWN ? null : degree,
    weight,
    strength,
    text: sentenceOf(finder, standing.product, index, verdict, strength),
    missing: verdict === "unknown" ? missingOf(criterion, standing.product) : [],
    provenance: provenanceOf(criterion, standing.product),
  };
}

function sentenceOf(finder: Finder, product: Product, index: number, verdict: Verdict, strength: Strength): string {
  if (verdict === "unknown") return notStated(finder, product, index);
  if (strength === "must_not") return said(finder, verdict === "fails" ? "must_not" : "kept", wishOf(finder, index));
  return lineOf(finder, product, index, verdict === "meets" ? "reason" : "caution").text;
}

/** Name what nobody states of all that would decide. */
function notStated(finder: Finder, product: Product, index: number): string {
  const { labels } = finder.comparing as Comparing;
  const names = missingOf(finder.criteria[index] as Criterion, product);
  const told = names.flatMap((name) => labels[name] ?? []).join(", ");
  return finder.speech.not_stated.replace("{property}", () => told || wishOf(finder, index));
}

/** The properties that would decide and are not known, else the gauge. */
function missingOf({ properties, gauge }: Criterion, product: Product): string[] {
  const absent = properties.filter((name) => !(name in product.properties));
  return absent.length || gauge === null ? absent : [gauge];
}

/** Where the deciding value comes from: of the gauge, or of the first fact that is read. */
function provenanceOf({ gauge, reads }: Criterion, { gauges, properties }: Product): Provenance | null {
  if (gauge !== null) return gauges[gauge]?.provenance ?? null;
  const first = reads.find((name) => name in properties);
  return first === undefined ? null : (properties[first]?.provenance ?? null);
}

/** What the situation needs against what the piece has. */
function gaugesOf({ finder, judged, standing }: Subject): GaugeJudgement[] {
  activeFor(judged.asked, standing.family);
  const values = judged.asked.scene.needs.get(standing.family) ?? {};
  const needed = gaugeLevels(finder.needs, values, standing.family);
  return Object.entries(standing.product.gauges).map(([gauge, { level, provenance }]) => {
    const need = needed[gauge] ?? null;
    return { gauge, level, need, verdict: gaugeVerdict(level, need), provenance };
  });
}

function gaugeVerdict(level: number | null, need: number | null): GaugeJudgement["verdict"] {
  if (level === null) return "unknown";
  if (need === null) return "no-need";
  if (level === need) return "enough";
  return level < need ? "short" : "over";
}

/** Hold the piece against the best one: what that has and this has not, and all that tells them apart. */
function bestOf(subject: Subject): Why["best"] {
  const { finder, judged, standing, currency } = subject;
  const best = judged.best[0];
  if (!best || best === standing) return null;
  return {
    ref: best.product.ref,
    score: best.score,
    has: hasOver(subject, best, standing),
    has_not: hasOver(subject, standing, best),
    differences: best.family === standing.family ? differences(finder, best, standing, currency) : [],
  };
}

/** The few criteria, one of a topic, with the largest weighted gain of `one` over `other`. */
function hasOver({ finder, judged }: Subject, one: Standing, other: Standing): (Line & { gain: number })[] {
  const { meets_from, unknown_degree } = finder.parameters;
  const degrees = new Map(spokenTerms(judged.asked, other).map(([index, , degree]) => [index, degree]));
  const gains = spokenTerms(judged.asked, one).flatMap(([index, weight, degree]) => {
    const theirs = degrees.get(index);
    if (theirs === undefined || degree < meets_from) return [];
    return [{ index, gain: weight * (degree - (theirs === UNKNOWN ? unknown_degree : theirs)) }];
  });
  gains.sort((a, b) => b.gain - a.gain || a.index - b.index);
  const chosen = new Map<string, Line & { gain: number }>();
  for (const { index, gain } of gains) {
    const criterion = finder.criteria[index] as Criterion;
    if (gain <= 0 || criterion.quiet || chosen.has(criterion.topic)) continue;
    chosen.set(criterion.topic, { ...lineOf(finder, one.product, index, "reason"), gain });
  }
  return [...chosen.values()].slice(0, LACKS);
}

function said(finder: Finder, name: keyof Comparing["against"], is: string, asked = ""): string {
  const text = (finder.comparing as Comparing).against[name];
  return text.replace("{is}", () => is).replace("{asked}", () => asked);
}

function audienceOf(finder: Finder, audience: string): string {
  const question = finder.questions.find(({ id }) => id === "audience");
  return lower(question?.answers.find(({ id }) => id === audience)?.label ?? audience);
}

function wishOf(finder: Finder, index: number): string {
  const listed = [...finder.wishes, ...(finder.colours ?? [])];
  return lower(listed.find(({ criterion }) => criterion === index)?.label ?? "");
}
