/** The ranking: from a finder, products, answers and stock to what the seller sees. The same input, the same result. */
import type { Answers, Finder, Product, Stock } from "../catalogue/types";
import { standings } from "./evaluate";
import type { Found } from "./found";
import { gaugeLevels } from "./needs";
import { nextQuestion } from "./questions";
import { meansOf, type Ranked, Result, saidOf } from "./ranked";
import { type Relaxation, relaxations } from "./relax";
import { activeFor, prepare, type Request } from "./request";
import type { Standing } from "./standing";

/** The answer of the contract, as the server gives it. */
export interface Ranking {
  remaining: number;
  results: Ranked[];
  relaxations: Relaxation[];
  next_question: string | null;
  needs: Record<string, Record<string, number | null>>;
  felt_c: number | null;
}

/** How many of the products proposed a piece is held against, to find what sets it apart. */
const PEERS = 30;

/** All pieces held against answers; what somebody asks of them is worked out when it is read. */
export class Advice {
  /** How many pieces fit, and how many of these are in the shop. */
  readonly remaining: number;
  readonly here: number;
  readonly felt_c: number | null;
  readonly #found: Found;
  readonly #usual: () => Map<number, number>;
  readonly #relaxations: () => Relaxation[];
  readonly #question: () => string | null;

  constructor(asked: Request, found: Found) {
    this.remaining = found.proposed;
    this.here = found.here;
    this.felt_c = asked.scene.now.felt_c;
    this.#found = found;
    this.#usual = once(() => meansOf(asked, found.foremost(PEERS)));
    this.#relaxations = once(() => relaxations(found.missing()));
    this.#question = once(() => nextQuestion(asked, found));
  }

  /** The best pieces that fit, best first. */
  foremost(count: number): Ranked[] {
    return this.#found.foremost(count).map((each) => this.#ranked(each));
  }

  /** How a product ranks; null where it does not fit, or is of another kind. */
  of(product: Product): Ranked | null {
    const standing = this.#found.of(product);
    return standing && this.#ranked(standing);
  }

  /** How many of the pieces that fit meet a criterion. */
  meeting(criterion: number): number {
    return this.#found.meeting(criterion, this.#found.asked.finder.parameters.meets_from);
  }

  get relaxations(): Relaxation[] {
    return this.#relaxations();
  }

  get next_question(): string | null {
    return this.#question();
  }

  get needs(): Ranking["needs"] {
    return needsOf(this.#found.asked);
  }

  #ranked(standing: Standing): Ranked {
    return new Result(standing, (each) => saidOf(this.#found.asked, each, this.#usual()));
  }
}

/** Hold a range against answers. */
export function advise(
  finder: Finder,
  products: readonly Product[],
  answers: Answers,
  stock: Pick<Stock, "levels"> | null = null,
): Advice {
  const asked = prepare(finder, answers, stock?.levels ?? null);
  return new Advice(asked, standings(asked, products));
}

/** Rank products for answers; the order of the products changes nothing. */
export function rank(
  finder: Finder,
  products: readonly Product[],
  answers: Answers,
  stock: Pick<Stock, "levels"> | null = null,
  limit: number | null = null,
): Ranking {
  const advice = advise(finder, products, answers, stock);
  const { remaining, relaxations: ways, next_question, needs, felt_c } = advice;
  return { remaining, results: advice.foremost(limit ?? remaining), relaxations: ways, next_question, needs, felt_c };
}

/** Work something out when it is first asked for. */
function once<T>(work: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: work() };
    return made.value;
  };
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
