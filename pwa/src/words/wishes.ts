/** What is wished for, required and refused: each wish with the words that steer it. */
import { after, before, isBreak, isRole, isSmall, leave, type Reading, roleOf, use } from "./reading";
import type { Item, Meaning } from "./types";

export type WishKind = "must" | "must_not" | "prefer";

export interface Wished {
  id: string;
  kind: WishKind;
  start: number;
  end: number;
}

type Form = "feature" | "quality" | "other";

interface State {
  /** What refuses: "sans", "pas trop", "pas besoin de"; null once its scope is over. */
  steer: "not" | "not_too" | "indifferent" | null;
  /** What the refusal has reached already. */
  reached: Form | null;
  /** "ni" and "or" carry it on to anything of the same kind, "and" only from thing to thing. */
  link: "or" | "and" | null;
  strength: "must" | "prefer" | null;
  /** The wishes of the last phrase, for a word that comes after them: "capuche si possible". */
  last: { wishes: Wished[]; at: number } | null;
}

/** Read wishes and refusals in their order; refused answers are turned round or left. */
export function readWishes(reading: Reading): Wished[] {
  const state: State = { steer: null, reached: null, link: null, strength: null, last: null };
  const wished: Wished[] = [];
  reading.items.forEach((item, at) => {
    const role = roleOf(item);
    if (isBreak(item)) Object.assign(state, { steer: null, reached: null, link: null, strength: null });
    else if (role) STEERING[role]?.(reading, state, wished, at);
    else if (!item.used) wished.push(...meet(reading, state, item, at));
  });
  return wished;
}

type Steering = (reading: Reading, state: State, wished: Wished[], at: number) => void;

const free: Steering = (_, state) => Object.assign(state, { steer: null, reached: null, link: null });

const STEERING: Record<string, Steering> = {
  not: (reading, state, wished, at) => refuse(reading, state, wished, "not", at),
  not_too: (reading, state, wished, at) => refuse(reading, state, wished, "not_too", at),
  indifferent: (reading, state, wished, at) => refuse(reading, state, wished, "indifferent", at),
  // "moins lourd", but not "moins dix".
  minus: (reading, state, wished, at) => {
    if (reading.items[at + 1]?.kind !== "number") refuse(reading, state, wished, "not_too", at);
  },
  and: (_, state) => Object.assign(state, { link: "and" }),
  or: (_, state) => Object.assign(state, { link: "or" }),
  must: (reading, state, _, at) => strengthen(reading, state, "must", at),
  prefer: (reading, state, _, at) => strengthen(reading, state, "prefer", at),
  free: (_, state) => turnAll(state.last?.wishes ?? []),
  with: free,
  but: free,
};

/** "capuche pas nécessaire" takes back what stands before it; other refusals wait for what follows. */
function refuse(
  reading: Reading,
  state: State,
  wished: Wished[],
  role: "not" | "not_too" | "indifferent",
  at: number,
): void {
  const last = state.last?.wishes ?? [];
  if (role === "indifferent" && follows(reading.items, state, at)) {
    for (const wish of last) wished.splice(wished.indexOf(wish), 1);
    state.last = null;
  } else if (role === "not" && endsOn(reading, at)) {
    if (state.last?.at === before(reading.items, at)) turnAll(last);
  } else Object.assign(state, { steer: role, reached: null, link: null });
}

function turnAll(wishes: readonly Wished[]): void {
  for (const wish of wishes) wish.kind = "must_not";
}

/** "capuche si possible", "imperméable obligatoire"; elsewhere it holds for what follows. */
function strengthen(reading: Reading, state: State, role: "must" | "prefer", at: number): void {
  if (!follows(reading.items, state, at)) state.strength = role;
  else for (const wish of state.last?.wishes ?? []) if (wish.kind !== "must_not") wish.kind = role;
}

/** "duvet non", "roja no, verde": a refusal at the end of a thought is about the word before it. */
function endsOn({ items }: Reading, at: number): boolean {
  const kind = items[before(items, at)]?.means?.kind;
  let next = at + 1;
  while (isRole(items[next], "filler")) next++;
  return isBreak(items[next]) && (kind === "wish" || kind === "answers");
}

/** Whether the word at `at` stands directly after a wish, and no other wish after it. */
function follows(items: readonly Item[], state: State, at: number): boolean {
  if (!state.last) return false;
  for (let i = state.last.at + 1; i < at; i++) if (!isSmall(items[i]) && !items[i]?.used) return false;
  let next = at + 1;
  while (isRole(items[next], "filler")) next++;
  const kind = items[next]?.means?.kind;
  return kind !== "wish" && kind !== "opposite";
}

/** How a refusal stands towards a phrase of this form. It reaches one, and others only over a link. */
function steered(state: State, form: Form): State["steer"] {
  const { reached, link } = state;
  if (reached !== null) {
    const carried = link === "or" ? true : link === "and" && reached === "feature" && form === "feature";
    if (!carried) state.steer = null;
  }
  state.reached = form;
  state.link = null;
  return state.steer;
}

function meet(reading: Reading, state: State, item: Item, at: number): Wished[] {
  const means = item.means;
  const alternative = state.link === "or" ? (state.last?.wishes ?? []) : [];
  const wished = meetMeaning(reading, state, item, means, at);
  if (wished.length && state.last) state.last.wishes = [...alternative, ...wished];
  return wished;
}

function meetMeaning(reading: Reading, state: State, item: Item, means: Meaning | undefined, at: number): Wished[] {
  state.last = null;
  if (means?.kind === "wish") return meetWish(reading, state, means, at);
  if (means?.kind === "opposite") return meetOpposite(reading, state, means.id, at);
  if (means?.kind === "answers") return meetAnswers(reading, state, means, at);
  if (item.kind === "unknown") steered(state, "other");
  return [];
}

function meetWish(reading: Reading, state: State, means: Meaning & { kind: "wish" }, at: number): Wished[] {
  const steer = means.steady ? null : steered(state, means.form);
  if (steer === "indifferent") {
    use(reading, at, at + 1);
    return [];
  }
  if (steer === "not_too" && means.form === "quality") {
    leave(reading, at, at + 1);
    return [];
  }
  return keep(reading, state, means.ids, kindOf(state, means, steer !== null), at);
}

function kindOf(state: State, means: Meaning & { kind: "wish" }, refused: boolean): WishKind {
  // "vegan" is a refusal by itself.
  if (refused !== (means.refuses ?? false)) return "must_not";
  return state.strength ?? (means.soft ? "prefer" : "must");
}

/** "pas lourd" is light; "lourd" alone is no wish that the finder knows. */
function meetOpposite(reading: Reading, state: State, id: string, at: number): Wished[] {
  const steer = steered(state, "quality");
  if (steer === "not" || steer === "not_too")
    return keep(reading, state, [id], state.strength === "must" ? "must" : "prefer", at);
  leave(reading, at, at + 1);
  return [];
}

function keep(reading: Reading, state: State, ids: readonly string[], kind: WishKind, at: number): Wished[] {
  use(reading, at, at + 1);
  const wishes = ids.map((id) => ({ id, kind, start: at, end: at + 1 }));
  state.last = { wishes, at };
  return wishes;
}

/** A refused piece or weather: what that says, or nothing that the finder can take. */
function meetAnswers(reading: Reading, state: State, means: Meaning & { kind: "answers" }, at: number): Wished[] {
  if (means.beside && state.steer !== null) return meetWish(reading, state, means.beside, at);
  const behind = after(reading.items, at);
  if (isRole(reading.items[behind], "not") && endsOn(reading, behind)) return refuseAnswer(reading, state, means, at);
  if (isDescribed(reading, means, at)) return [];
  const steer = steered(state, "other");
  if (steer === null) return [];
  if (steer === "not") return refuseAnswer(reading, state, means, at);
  leave(reading, at, at + 1);
  return [];
}

/** "pas de chaussures basses": the refusal is about what follows the piece. */
const isDescribed = ({ items }: Reading, means: Meaning & { kind: "answers" }, at: number): boolean =>
  means.says.wanted !== undefined &&
  (items[at + 1]?.means?.kind === "wish" || items[at + 1]?.means?.kind === "opposite");

function refuseAnswer(reading: Reading, state: State, means: Meaning & { kind: "answers" }, at: number): Wished[] {
  const turned = Object.entries(means.says).map(([key, id]) => reading.lexicon.refused[`${key}:${id}`])[0];
  if (turned?.wish) return keep(reading, state, [turned.wish], "must_not", at);
  if (turned?.weather) {
    const item = reading.items[at];
    if (item) item.means = { kind: "answers", says: { weather: turned.weather } };
    return [];
  }
  leave(reading, at, at + 1);
  return [];
}
