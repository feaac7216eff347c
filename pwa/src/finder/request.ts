/** One customer's answers, prepared once before any product is looked at. */
import type { Answers, Finder, Stock } from "../catalogue/types";
import { type Context, familyNeeds, holds, type Situation, situation, type Values } from "./needs";
import { normalise } from "./sizes";

/** A wish as the answers name it, and the index of its criterion. */
export interface Wished {
  name: string;
  criterion: number;
}

/** Indexes of active criteria, and their weights. */
export interface Active {
  criteria: number[];
  weights: number[];
}

export interface Request {
  finder: Finder;
  answers: Answers;
  levels: Stock["levels"] | null;
  now: Situation;
  /** The categories that are wanted, and the size kinds among them. */
  universe: Set<string>;
  kinds: Set<string>;
  size: string | null;
  childCm: number | null;
  must: Wished[];
  mustNot: Wished[];
  prefer: number[];
  active: Map<string, Active>;
  needs: Map<string, Values>;
}

export function prepare(finder: Finder, answers: Answers, levels: Stock["levels"] | null): Request {
  const { families, size_kinds } = finder.parameters;
  const universe = wantedCategories(finder, answers.wanted);
  const prefer = wished(finder, answers.prefer).map((wish) => wish.criterion);
  return {
    finder,
    answers,
    levels,
    now: situation(finder.needs, answers),
    universe,
    kinds: new Set([...universe].map((category) => size_kinds[families[category] as string] as string)),
    size: answers.size ? normalise(answers.size) : null,
    childCm: childCm(finder, answers),
    must: wished(finder, answers.must),
    mustNot: wished(finder, answers.must_not),
    prefer: [...new Set(prefer)],
    active: new Map(),
    needs: new Map(),
  };
}

function wantedCategories(finder: Finder, wanted: string | undefined): Set<string> {
  const { families, groups } = finder.parameters;
  if (wanted !== undefined && wanted in families) return new Set([wanted]);
  return new Set(groups[wanted ?? ""] ?? Object.keys(families));
}

/** The criteria that the situation makes active for a family. */
export function activeFor(asked: Request, family: string): Active {
  let active = asked.active.get(family);
  if (active === undefined) {
    const values = familyNeeds(asked.finder.needs, asked.now, family);
    asked.needs.set(family, values);
    active = findActive(asked, family, values);
    asked.active.set(family, active);
  }
  return active;
}

function findActive(asked: Request, family: string, values: Values): Active {
  const context: Context = { ...asked.now.context };
  for (const name in values) context[`need.${name}`] = values[name] as Context[string];
  const active: Active = { criteria: [], weights: [] };
  for (const index of asked.finder.parameters.active[family] ?? []) {
    const criterion = asked.finder.criteria[index];
    if (criterion && holds(criterion.when, context)) {
      active.criteria.push(index);
      active.weights.push(criterion.weight);
    }
  }
  return active;
}

const wishIndexes = new WeakMap<Finder, Map<string, number>>();

/** The criterion of each wish, by all of its names. */
function wishIndex(finder: Finder): Map<string, number> {
  let index = wishIndexes.get(finder);
  if (index === undefined) {
    index = new Map();
    for (const wish of finder.wishes) {
      for (const name of [wish.id, ...wish.aliases]) index.set(name, wish.criterion);
    }
    wishIndexes.set(finder, index);
  }
  return index;
}

function wished(finder: Finder, names: readonly string[] | undefined): Wished[] {
  const found: Wished[] = [];
  for (const name of new Set(names ?? [])) {
    const criterion = wishIndex(finder).get(name);
    if (criterion !== undefined) found.push({ name, criterion });
  }
  return found;
}

function childCm(finder: Finder, answers: Answers): number | null {
  if (answers.audience !== "kids") return null;
  if (answers.height_mm !== undefined) return Math.floor(answers.height_mm / 10);
  return finder.parameters.child_heights[String(answers.age_years)] ?? null;
}
