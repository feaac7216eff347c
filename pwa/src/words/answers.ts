/** One answer of several: what was said first, unless it was corrected or made more precise. */
import type { Answers } from "../catalogue/types";
import { isRole, type Reading, type Said } from "./reading";
import { kindOfSize } from "./sizes";
import type { Found } from "./types";
import type { Wished } from "./wishes";

interface Chosen {
  answers: Answers;
  found: Found[];
  /** What was said too and not taken. */
  passed: { start: number; end: number }[];
}

/** Choose the answers. */
export function choose(reading: Reading, wished: readonly Wished[]): Chosen {
  const chosen: Chosen = { answers: {}, found: [], passed: [] };
  const keys = [...new Set(reading.said.map((said) => said.key))];
  for (const key of keys) {
    const all = reading.said.filter((said) => said.key === key).sort((a, b) => a.start - b.start);
    if (key === "wanted") chooseWanted(reading, chosen, all);
    else if (key === "size") chooseSizes(reading, chosen, all);
    else chooseOne(reading, chosen, key, all);
  }
  campAtNight(reading, chosen);
  chooseWishes(reading, chosen, wished);
  chosen.found.sort((a, b) => a.from - b.from || a.to - b.to);
  return chosen;
}

/** What still holds after the last correction: "un pantalon, non, plutôt une veste". */
function standing(reading: Reading, all: readonly Said[]): Said[] {
  const last = all.at(-1);
  if (!last) return [];
  const corrected = reading.corrections.filter((at) => at < last.start && all.some((said) => said.start < at)).at(-1);
  return corrected === undefined ? [...all] : all.filter((said) => said.start > corrected);
}

function chooseOne(reading: Reading, chosen: Chosen, key: keyof Answers, all: readonly Said[]): void {
  const valid = standing(reading, all);
  const first = pick(key, valid);
  if (!first) return;
  for (const said of valid) {
    if (said.value === first.value) take(reading, chosen, said);
    else if (!said.weak) chosen.passed.push(said);
  }
}

/** "le GR20 en bivouac": camping beside another activity says where the nights are. */
function campAtNight(reading: Reading, chosen: Chosen): void {
  const camps = reading.said.filter((said) => said.value === "camping" && chosen.passed.includes(said));
  if (camps.length === 0 || chosen.answers.nights_in) return;
  chosen.passed = chosen.passed.filter((one) => !camps.includes(one as Said));
  for (const { start, end } of camps) take(reading, chosen, { key: "nights_in", value: "tent", start, end });
}

/** What stands for itself goes before what came with something else; of two temperatures the colder counts, and two weeks
 * on an expedition are an expedition. */
function pick(key: keyof Answers, valid: readonly Said[]): Said | undefined {
  const strong = valid.filter((said) => !said.weak);
  const from = strong.length ? strong : valid;
  if (key === "duration") return from.find((said) => said.value === "expedition") ?? from[0];
  if (key !== "temperature_c") return from[0];
  return [...from].sort((a, b) => Number(a.value) - Number(b.value))[0];
}

function take(reading: Reading, chosen: Chosen, said: Said): void {
  Object.assign(chosen.answers, { [said.key]: said.value });
  find(reading, chosen, said, said.key, said.value);
}

function find(
  reading: Reading,
  chosen: Chosen,
  { start, end }: { start: number; end: number },
  key: keyof Answers,
  value: string | number | boolean,
): void {
  const from = reading.items[start]?.from ?? 0;
  const to = reading.items[end - 1]?.to ?? from;
  chosen.found.push({ text: reading.text.slice(from, to), from, to, key, value });
}

/** Groups that are too wide to stand for two pieces. */
const WIDEST = 9;

/** The most precise piece; two alternatives are the group that holds both. */
function chooseWanted(reading: Reading, chosen: Chosen, all: readonly Said[]): void {
  const valid = standing(reading, all);
  let wanted = valid[0];
  if (!wanted) return;
  const used = [wanted];
  for (const said of valid.slice(1)) {
    const both = together(reading, String(wanted.value), String(said.value), areAlternatives(reading, wanted, said));
    if (both === null) {
      chosen.passed.push(said);
      continue;
    }
    used.push(said);
    wanted = { ...said, value: both };
  }
  for (const said of used) take(reading, chosen, { ...said, value: wanted.value });
}

function together(reading: Reading, one: string, other: string, alternatives: boolean): string | null {
  const { groups } = reading.lexicon;
  if (one === other || groups[other]?.includes(one)) return one;
  if (groups[one]?.includes(other)) return other;
  if (within(groups, other, one)) return other;
  if (within(groups, one, other)) return one;
  if (!alternatives) return null;
  const sizes = Object.entries(groups).filter(([, list]) => list.length <= WIDEST);
  const holding = sizes.filter(([id]) => holds(groups, id, one) && holds(groups, id, other));
  return holding.sort(([, a], [, b]) => a.length - b.length)[0]?.[0] ?? null;
}

type Groups = Record<string, string[]>;
const holds = (groups: Groups, group: string, piece: string): boolean =>
  group === piece || groups[group]?.includes(piece) === true || within(groups, piece, group);

/** Whether all of one group is in the other. */
const within = (groups: Groups, one: string, other: string): boolean =>
  groups[one] !== undefined && groups[other] !== undefined && groups[one].every((id) => groups[other]?.includes(id));

/** "gants ou moufles", "veste et pantalon": only small words between, one of them a link. */
function areAlternatives(reading: Reading, one: Said, other: Said): boolean {
  const between = reading.items.slice(one.end, other.start);
  return (
    between.length > 0 &&
    between.some((item) => isRole(item, "or", "and")) &&
    between.every((item) => isRole(item, "or", "and", "filler", "of"))
  );
}

/** The size of what is looked for, and those of other kinds beside it. */
function chooseSizes(reading: Reading, chosen: Chosen, all: readonly Said[]): void {
  const valid = standing(reading, all);
  const kind = reading.lexicon.kinds[chosen.answers.wanted ?? ""];
  const kindOf = (said: Said) => kindOfSize(reading, said.start);
  const main = valid.find((said) => kindOf(said) === kind) ?? valid.find((said) => kindOf(said) === null) ?? valid[0];
  for (const said of valid) {
    const other = kindOf(said);
    if (said === main || said.value === main?.value) take(reading, chosen, said);
    else if (other && main && other !== kindOf(main) && !chosen.answers.sizes?.[other])
      takeSize(reading, chosen, said, other);
    else chosen.passed.push(said);
  }
}

function takeSize(reading: Reading, chosen: Chosen, said: Said, kind: string): void {
  chosen.answers.sizes = { ...chosen.answers.sizes, [kind]: String(said.value) };
  find(reading, chosen, said, "sizes", said.value);
}

/** What a word means of this piece: a synthetic sleeping bag is filled with it, a synthetic shirt is made of it. */
function inPiece({ lexicon }: Reading, wanted: string | undefined, id: string): string {
  const other = lexicon.in_piece[id];
  return other?.pieces.some((piece) => piece === wanted) ? other.wish : id;
}

/** "pour crampons semi-automatiques": who needs the more demanding crampon has said "crampons" too. */
function dropEasierCrampons(wished: Map<string, Wished>): void {
  const required = ["C3", "C2", "C1"].filter((id) => wished.get(`crampon:${id}`)?.kind === "must");
  for (const id of required.slice(1)) wished.delete(`crampon:${id}`);
}

/** A wish that is said twice counts as it was said last; one cannot be required and refused. */
function chooseWishes(reading: Reading, chosen: Chosen, wished: readonly Wished[]): void {
  const last = new Map<string, Wished>();
  for (const wish of [...wished].sort((a, b) => a.start - b.start)) {
    wish.id = inPiece(reading, chosen.answers.wanted, wish.id);
    const before = last.get(wish.id);
    last.delete(wish.id);
    last.set(wish.id, before?.kind === "must" && wish.kind === "prefer" ? before : wish);
  }
  dropEasierCrampons(last);
  for (const { id, kind } of last.values()) chosen.answers[kind] = [...(chosen.answers[kind] ?? []), id];
  for (const wish of wished) find(reading, chosen, wish, last.get(wish.id)?.kind ?? wish.kind, wish.id);
}
