/**
 * The same criteria as rules of json-rules-engine, as its users would write them: one engine a family, one rule a criterion.
 *
 * A rule's conditions are the criterion's own: what the situation must be, and that the piece meets it. The verdicts are given as
 * facts, compiled as for our ranking; the peer is spared the curves and the texts, the hard wishes, the sizes and the relaxations.
 */
import { Engine } from "json-rules-engine";
import type { Answers, Finder, Product, Stock } from "../../pwa/src/catalogue/types";
import { standings } from "../../pwa/src/finder/evaluate";
import { activeFor, prepare, type Request } from "../../pwa/src/finder/request";
import { type Standing, termsOf } from "../../pwa/src/finder/standing";

export interface Judge {
  /** Weigh each piece that is wanted by the criteria that it meets; the references, best first. */
  score: (products: readonly Product[], answers: Answers, stock: Stock) => Promise<string[]>;
  agreed: (products: readonly Product[], asked: readonly Answers[], stock: Stock) => Promise<number>;
}

export function makeJudge(finder: Finder): Judge {
  const engines = new Map(
    Object.entries(finder.parameters.active).map(([family, indexes]) => [family, engineOf(finder, indexes)]),
  );
  const judged = (asked: Request, product: Product) => met(finder, engines, asked, product);
  return {
    async score(products, answers, stock) {
      const asked = prepare(finder, answers, stock.levels);
      const scores: { ref: string; gained: number }[] = [];
      for (const product of products) {
        if (!asked.scene.universe.has(product.category)) continue;
        let gained = 0;
        for (const index of await judged(asked, product)) gained += weigh(finder, product, index);
        scores.push({ ref: product.ref, gained });
      }
      return scores.sort((a, b) => b.gained - a.gained).map(({ ref }) => ref);
    },
    async agreed(products, asked, stock) {
      let count = 0;
      for (const answers of asked) {
        const { must: _must, prefer: _prefer, colour: _colour, ...plain } = answers;
        const request = prepare(finder, plain, stock.levels);
        for (const standing of standings(request, products).all()) {
          if (!request.scene.universe.has(standing.product.category)) continue;
          const theirs = (await judged(request, standing.product)).sort((a, b) => a - b);
          if (`${theirs}` !== `${ours(request, standing)}`) throw new Error(`not the same: ${standing.product.ref}`);
          count += 1;
        }
      }
      return count;
    },
  };
}

function engineOf({ criteria, parameters }: Finder, indexes: readonly number[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator<number[], number>("meets", (verdicts, index) => (verdicts[index] as number) >= parameters.meets_from);
  for (const index of indexes) {
    const when = Object.entries(criteria[index]?.when ?? {});
    engine.addRule({
      conditions: {
        all: [
          ...when.map(([fact, values]) => ({ fact, operator: "in", value: values })),
          { fact: "verdicts", operator: "meets", value: index },
        ],
      },
      event: { type: "met", params: { index } },
    });
  }
  return engine;
}

async function met(
  { parameters }: Finder,
  engines: ReadonlyMap<string, Engine>,
  asked: Request,
  { category, verdicts }: Product,
): Promise<number[]> {
  const family = parameters.families[category] as string;
  activeFor(asked, family);
  const facts: Record<string, unknown> = { ...asked.scene.now.context, verdicts };
  for (const [name, value] of Object.entries(asked.scene.needs.get(family) ?? {})) facts[`need.${name}`] = value;
  const { events } = await (engines.get(family) as Engine).run(facts);
  return events.map((event) => event.params?.index as number);
}

const weigh = ({ criteria }: Finder, { verdicts }: Product, index: number): number =>
  (criteria[index]?.weight ?? 0) * (verdicts[index] as number);

function ours(request: Request, standing: Standing): number[] {
  const { meets_from } = request.finder.parameters;
  const terms = termsOf(request, standing).filter(([index, , degree]) => index >= 0 && degree >= meets_from);
  return terms.map(([index]) => index).sort((a, b) => a - b);
}
