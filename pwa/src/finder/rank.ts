/** The ranking: one pure function from a finder, products, answers and stock to what the seller sees. */
import type { Answers, Finder, Product, Stock } from "../catalogue/types";
import { accepted, SILENT, type Standing, standings, type Term, termsOf, UNKNOWN } from "./evaluate";
import { gaugeLevels } from "./needs";
import { nextQuestion } from "./questions";
import { type Relaxation, relaxations } from "./relax";
import { activeFor, prepare, type Request } from "./request";

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

export interface Ranking {
  remaining: number;
  results: Ranked[];
  relaxations: Relaxation[];
  next_question: string | null;
  needs: Record<string, Record<string, number | null>>;
  felt_c: number | null;
}

const REASONS = 4;
const CAUTIONS = 3;

/** Rank products for answers. The same input gives the same result, whatever the order of the products. */
export function rank(
  finder: Finder,
  products: readonly Product[],
  answers: Answers,
  stock: Pick<Stock, "levels"> | null = null,
  limit: number | null = null,
): Ranking {
  const asked = prepare(finder, answers, stock?.levels ?? null);
  const found = standings(asked, products);
  const best = accepted(found);
  return {
    remaining: best.length,
    results: best.slice(0, limit ?? best.length).map((each) => rankedOf(asked, each)),
    relaxations: relaxations(found),
    next_question: nextQuestion(asked, best),
    needs: needsOf(asked),
    felt_c: asked.scene.now.felt_c,
  };
}

function rankedOf(asked: Request, standing: Standing): Ranked {
  const { meets_from } = asked.finder.parameters;
  const terms = termsOf(asked, standing);
  const met = terms.filter((term) => term[2] >= meets_from);
  const missed = terms.filter((term) => term[2] > UNKNOWN && term[2] < meets_from);
  return {
    ref: standing.product.ref,
    score: standing.score,
    unknown_wishes: standing.unknownWishes,
    reasons: foremost(asked, met, REASONS, ([, weight, degree]) => weight * degree),
    cautions: foremost(asked, missed, CAUTIONS, ([, weight, degree]) => weight * (100 - degree)),
    unknown: unknownOf(asked, standing, terms),
    fits: standing.fits,
    in_stock: standing.inStock,
    price_cents: standing.priceCents,
  };
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
  open.sort((a, b) => b.weight - a.weight || a.index - b.index);
  const absent = new Set<string>();
  for (const { index } of open) {
    const name = criteria[index]?.properties.find((property) => !(property in product.properties));
    if (name !== undefined) absent.add(name);
  }
  if (asked.answers.budget_cents !== undefined && standing.priceCents === null) absent.add("price_cents");
  return [...absent];
}

function needsOf(asked: Request): Ranking["needs"] {
  const { families } = asked.finder.parameters;
  const wanted = [...new Set([...asked.scene.universe].map((category) => families[category] as string))].sort();
  const found: Ranking["needs"] = {};
  for (const family of wanted) {
    activeFor(asked, family);
    found[family] = gaugeLevels(asked.finder.needs, asked.scene.needs.get(family) ?? {}, family);
  }
  return found;
}
