/** One customer's answers, prepared once before any product is looked at. */
import type { Answers, Criterion, Finder, Stock } from "../catalogue/types";
import { criteriaIn } from "./active";
import { type Context, familyNeeds, isChilly, type Situation, situation, type Values } from "./needs";
import { applies, normalise } from "./sizes";

/** A wish as the answers name it, and the index of its criterion. */
export interface Wished {
  name: string;
  criterion: number;
}

/** Indexes of criteria that count, and their weights. */
export interface Active {
  criteria: number[];
  weights: number[];
}

/** What the answers on activity, weather, effort… decide, and what is made from it for each family that is met. */
interface Scene {
  now: Situation;
  /** The categories that are wanted, and the size kinds among them. */
  universe: ReadonlySet<string>;
  kinds: ReadonlySet<string>;
  active: Map<string, Active>;
  needs: Map<string, Values>;
}

export interface Request {
  finder: Finder;
  answers: Answers;
  levels: Stock["levels"] | null;
  scene: Scene;
  /** Normalised, as are those by kind. */
  size: string | null;
  sizes: Readonly<Record<string, string>>;
  /** The colour asked for, and the criterion of its family. */
  colour: Wished | null;
  childCm: number | null;
  /** Whether the answers tell that the piece may be for a child: they say for whom, or name a child's age. */
  forWhom: boolean;
  must: Wished[];
  mustNot: Wished[];
  /** The criteria of the wishes that count in the score. */
  wishes: Active;
  /** Whether a low price is wished. */
  cheap: boolean;
}

/** Answers that leave the scene as it is. */
const ASIDE: ReadonlySet<keyof Answers> = new Set([
  "size",
  "sizes",
  "colour",
  "budget_cents",
  "must",
  "must_not",
  "prefer",
]);

export function prepare(finder: Finder, answers: Answers, levels: Stock["levels"] | null, scene?: Scene): Request {
  const { cheap_criterion } = finder.parameters;
  const must = wished(finder, answers.must);
  const counted = [...must, ...wished(finder, answers.prefer)].map((wish) => wish.criterion);
  const scored = [...new Set(counted)].filter((criterion) => criterion !== cheap_criterion);
  return {
    finder,
    answers,
    levels,
    scene: scene ?? sceneOf(finder, answers),
    size: answers.size ? normalise(answers.size) : null,
    sizes: normalised(answers.sizes),
    colour: colourOf(finder, answers.colour),
    childCm: childCm(finder, answers),
    forWhom: answers.audience !== undefined || String(answers.age_years) in finder.parameters.child_heights,
    must: must.filter((wish) => wish.criterion !== cheap_criterion),
    mustNot: wished(finder, answers.must_not),
    wishes: { criteria: scored, weights: scored.map((criterion) => finder.criteria[criterion]?.weight as number) },
    cheap: counted.includes(cheap_criterion),
  };
}

/** Prepare the same customer with one more answer; the scene is shared where the answer leaves it as it is. */
export function withAnswer(asked: Request, key: keyof Answers, value: Answers[keyof Answers]): Request {
  const answers = { ...asked.answers, [key]: value } as Answers;
  const { needs } = asked.finder;
  const isSame = ASIDE.has(key) && isChilly(needs, answers) === isChilly(needs, asked.answers);
  return prepare(asked.finder, answers, asked.levels, isSame ? asked.scene : undefined);
}

function sceneOf(finder: Finder, answers: Answers): Scene {
  const { families, size_kinds } = finder.parameters;
  const universe = wantedCategories(finder, answers.wanted);
  return {
    now: situation(finder.needs, answers),
    universe,
    kinds: new Set([...universe].map((category) => size_kinds[families[category] as string] as string)),
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
  const { scene } = asked;
  let active = scene.active.get(family);
  if (active === undefined) {
    const values = familyNeeds(asked.finder.needs, scene.now, family);
    active = findActive(asked, family, values);
    scene.needs.set(family, values);
    scene.active.set(family, active);
  }
  return active;
}

function findActive(asked: Request, family: string, values: Values): Active {
  const { criteria } = asked.finder;
  const context: Context = { ...asked.scene.now.context };
  for (const name in values) context[`need.${name}`] = values[name] as Context[string];
  const found = criteriaIn(asked.finder, family, context);
  return { criteria: found, weights: found.map((index) => (criteria[index] as Criterion).weight) };
}

/** The size asked for pieces of a family: the size, where it is meant for them, else that of their kind. */
export function sizeFor(asked: Request, family: string): string | null {
  const kind = asked.finder.parameters.size_kinds[family] as string;
  if (asked.size !== null && applies(asked.size, kind, asked.scene.kinds)) return asked.size;
  return asked.sizes[kind] ?? null;
}

function normalised(sizes: Answers["sizes"]): Record<string, string> {
  return Object.fromEntries(Object.entries(sizes ?? {}).map(([kind, size]) => [kind, normalise(size)]));
}

function colourOf({ colours }: Finder, name: string | undefined): Wished | null {
  const family = colours?.find(({ id }) => id === name);
  return family ? { name: family.id, criterion: family.criterion } : null;
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

/** The wishes that this catalogue knows. */
function wished(finder: Finder, names: readonly string[] | undefined): Wished[] {
  if (!names?.length) return [];
  const index = wishIndex(finder);
  const found: Wished[] = [];
  for (const name of new Set(names)) {
    const criterion = index.get(name);
    if (criterion !== undefined) found.push({ name, criterion });
  }
  return found;
}

function childCm(finder: Finder, answers: Answers): number | null {
  if (answers.audience !== "kids") return null;
  if (answers.height_mm !== undefined) return Math.floor(answers.height_mm / 10);
  return finder.parameters.child_heights[String(answers.age_years)] ?? null;
}
