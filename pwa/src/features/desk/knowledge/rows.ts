/** Criteria and questions as the rows of one table, and which of them are shown. */
import type { KnowledgeShown, KnownCriterion, KnownQuestion, KnownThing } from "../../../lib/apiKnowledge";

export type Row =
  | { part: "criterion"; id: string; thing: KnownCriterion }
  | { part: "question"; id: string; thing: KnownQuestion };

export interface Sieve {
  search: string;
  part: string;
  family: string;
  state: string;
}

export const rowsOf = ({ criteria, questions }: KnowledgeShown): Row[] => [
  ...criteria.map((thing): Row => ({ part: "criterion", id: thing.id, thing })),
  ...questions.map((thing): Row => ({ part: "question", id: thing.id, thing })),
];

export const isOtherwise = ({ fields }: KnownThing): boolean => fields.some(({ house }) => house !== null);

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function changed({ part, thing }: Row): boolean {
  return isOtherwise(thing) || (part === "question" && thing.answers.some(isOtherwise));
}

function inState(row: Row, state: string): boolean {
  if (state === "changed") return changed(row);
  return state !== "off" || !row.thing.on;
}

function inFamily(row: Row, family: string): boolean {
  return family === "" || (row.part === "criterion" && row.thing.families.includes(family));
}

const words = (row: Row): string =>
  plain([row.id, row.thing.name, row.thing.when, row.part === "criterion" ? row.thing.test : ""].join(" "));

/** The rows that are left. */
export function sifted(rows: readonly Row[], { search, part, family, state }: Sieve): Row[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (part === "" || row.part === part) &&
      inFamily(row, family) &&
      inState(row, state) &&
      wanted.every((word) => words(row).includes(word)),
  );
}
