/** One result: how a piece ranks, and which criteria speak for and against it. */
import type { Criterion, Product } from "../catalogue/types";
import { ESTIMATE, isEstimated } from "./estimates";
import { leads } from "./explain";
import type { Request } from "./request";
import { SILENT, type Standing, type Term, termsOf, UNKNOWN } from "./standing";

export interface Ranked {
  ref: string;
  score: number;
  unknown_wishes: number;
  /** Indexes of the criteria that decided for it, the weightiest first. */
  reasons: number[];
  cautions: number[];
  /** Properties that are not known and would have counted. */
  unknown: string[];
  /** Its sizes that fit. */
  fits: string[];
  in_stock: number;
  price_cents: number | null;
}

const REASONS = 4;
const CAUTIONS = 3;
const ESTIMATES = 3;
/** One result. What it says is found out when it is read: a shop proposes a thousand pieces, a screen shows twelve. */
export class Result implements Ranked {
  readonly ref: string;
  readonly score: number;
  readonly unknown_wishes: number;
  readonly fits: string[];
  readonly in_stock: number;
  readonly price_cents: number | null;
  readonly #standing: Standing;
  readonly #say: (standing: Standing) => Said;
  #said: Said | undefined;

  constructor(standing: Standing, say: (standing: Standing) => Said) {
    this.ref = standing.product.ref;
    this.score = standing.score;
    this.unknown_wishes = standing.unknownWishes;
    this.fits = standing.fits;
    this.in_stock = standing.inStock;
    this.price_cents = standing.priceCents;
    this.#standing = standing;
    this.#say = say;
  }

  get #spoken(): Said {
    this.#said ??= this.#say(this.#standing);
    return this.#said;
  }

  get reasons(): number[] {
    return this.#spoken.reasons;
  }

  get cautions(): number[] {
    return this.#spoken.cautions;
  }

  get unknown(): string[] {
    return this.#spoken.unknown;
  }

  toJSON(): Ranked {
    const { ref, score, unknown_wishes, reasons, cautions, unknown, fits, in_stock, price_cents } = this;
    return { ref, score, unknown_wishes, reasons, cautions, unknown, fits, in_stock, price_cents };
  }
}

/** The mean degree of each criterion among the peers that it is asked of, rounded down. */
export function meansOf(asked: Request, peers: readonly Standing[]): Map<number, number> {
  const sums = new Map<number, { total: number; count: number }>();
  for (const peer of peers) {
    for (const [index, , degree] of termsOf(asked, peer)) {
      const sum = sums.get(index) ?? { total: 0, count: 0 };
      sum.total += degree === UNKNOWN ? asked.finder.parameters.unknown_degree : degree;
      sum.count += 1;
      sums.set(index, sum);
    }
  }
  return new Map([...sums].map(([index, { total, count }]) => [index, Math.floor(total / count)]));
}

export type Said = Pick<Ranked, "reasons" | "cautions" | "unknown">;

export function saidOf(asked: Request, standing: Standing, usual: ReadonlyMap<number, number>): Said {
  const { meets_from } = asked.finder.parameters;
  const terms = termsOf(asked, standing);
  const met = terms.filter((term) => term[2] >= meets_from);
  const missed = terms.filter((term) => term[2] > UNKNOWN && term[2] < meets_from);
  return {
    reasons: reasonsOf(asked, met, usual),
    cautions: foremost(asked, missed, CAUTIONS, ([, weight, degree]) => weight * (100 - degree)),
    unknown: unknownOf(asked, standing, terms),
  };
}

/** What speaks for it; where something clearly sets it apart from its peers, that first. */
function reasonsOf(asked: Request, met: Term[], usual: ReadonlyMap<number, number>): number[] {
  const { apart_weight, apart_from } = asked.finder.parameters;
  const apart = ([index, weight, degree]: Term): number => weight * (degree - (usual.get(index) ?? degree));
  const chosen = foremost(asked, met, REASONS, (term) => term[1] * term[2] + apart_weight * apart(term));
  const gains = new Map(met.map((term) => [term[0], apart(term)]));
  let first: number | undefined;
  for (const index of chosen) {
    const gain = gains.get(index) as number;
    if (!leads(asked.finder, index) || gain < apart_from) continue;
    if (first === undefined || gain > (gains.get(first) as number)) first = index;
  }
  return first === undefined ? chosen : [first, ...chosen.filter((index) => index !== first)];
}

/** The criteria that weigh most in the score, one for each topic; the quiet ones only after all others. */
function foremost(asked: Request, terms: Term[], count: number, share: (term: Term) => number): number[] {
  const { criteria } = asked.finder;
  const quiet = (term: Term): number => Number(criteria[term[0]]?.quiet);
  const spoken = terms.filter((term) => term[0] !== SILENT);
  spoken.sort((a, b) => quiet(a) - quiet(b) || share(b) - share(a) || a[0] - b[0]);
  const chosen = new Map<string, number>();
  for (const [index] of spoken) {
    const topic = criteria[index]?.topic ?? "";
    if (!chosen.has(topic)) chosen.set(topic, index);
  }
  return [...chosen.values()].slice(0, count);
}

/** The properties that nobody states and that would have counted: first the unknown, then a few only estimated. */
function unknownOf(asked: Request, standing: Standing, terms: readonly Term[]): string[] {
  const { product } = standing;
  const { criteria } = asked.finder;
  const open = terms
    .filter((term) => term[2] === UNKNOWN && term[0] !== SILENT)
    .map(([index, weight]) => ({ index, weight }));
  for (const { criterion } of asked.mustNot) {
    if (product.verdicts[criterion] === UNKNOWN)
      open.push({ index: criterion, weight: criteria[criterion]?.weight ?? 0 });
  }
  const absent = new Set<string>();
  for (const { index } of weightiest(open)) {
    const name = criteria[index]?.properties.find((property) => !(property in product.properties));
    if (name !== undefined) absent.add(name);
  }
  for (const name of estimatedOf(asked, product, terms)) absent.add(name);
  if (asked.answers.budget_cents !== undefined && standing.priceCents === null) absent.add("price_cents");
  return [...absent];
}

const weightiest = <T extends { index: number; weight: number }>(open: T[]): T[] =>
  open.sort((a, b) => b.weight - a.weight || a.index - b.index);

/** The weightiest properties that decide but are only estimated, or are missing beside an estimate. */
function estimatedOf(asked: Request, product: Product, terms: readonly Term[]): string[] {
  const guessed = terms
    .filter(([index, , degree]) => index !== SILENT && degree >= 0)
    .map(([index, weight]) => ({ index, weight, criterion: asked.finder.criteria[index] as Criterion }))
    .filter(({ criterion }) => isEstimated(criterion, product));
  const names = weightiest(guessed).flatMap(({ criterion }) =>
    criterion.properties.filter((name) => (product.properties[name]?.provenance ?? ESTIMATE) === ESTIMATE).slice(0, 1),
  );
  return [...new Set(names)].slice(0, ESTIMATES);
}
