/** What is written on a piece and around it, word by word, and how much a word there says. */
import type { Product, Snapshot } from "../../catalogue/types";
import { rawWords, stem } from "./fold";

export interface Word {
  term: string;
  written: string;
  weight: number;
  isName: boolean;
}

const WEIGHTS = {
  name: 5,
  ref: 5,
  category: 3,
  technologies: 2.5,
  colours: 2,
  brand: 2,
  audience: 2,
  sizes: 2,
  activities: 1,
  use: 0.7,
};
type Field = keyof typeof WEIGHTS;
const FIELDS = Object.keys(WEIGHTS) as Field[];

/** Each piece by its place, with its words. */
export function* entriesOf(snapshot: Snapshot): Generator<[piece: number, words: Word[]]> {
  const read = texts(snapshot);
  const cut = cutter();
  for (const [piece, product] of snapshot.products.entries()) {
    const found: Word[] = [];
    for (const field of FIELDS)
      for (const text of read[field](product))
        for (const [term, written] of cut(text))
          found.push({ term, written, weight: WEIGHTS[field], isName: field === "name" });
    yield [piece, found];
  }
}

type Cut = readonly (readonly [term: string, written: string])[];

/** Thousands of pieces share their category, brand and colours: each text is cut once. */
function cutter(): (text: string) => Cut {
  const known = new Map<string, Cut>();
  return (text) => {
    const found = known.get(text) ?? rawWords(text).flatMap((word): Cut => (stem(word) ? [[stem(word), word]] : []));
    known.set(text, found);
    return found;
  };
}

/** Give the way from a product to its texts in this catalogue. */
function texts(snapshot: Snapshot): Record<Field, (product: Product) => readonly string[]> {
  const categories = labels(snapshot.categories, ({ label, plural }) => `${label} ${plural}`);
  const technologies = labels(snapshot.technologies, ({ name }) => name);
  const audiences = answerLabels(snapshot, "audience");
  const activities = answerLabels(snapshot, "activity");
  const groups = new Map<string, string[]>();
  for (const group of snapshot.groups)
    for (const id of group.categories) groups.set(id, [...(groups.get(id) ?? []), group.label]);
  return {
    name: ({ name }) => [name],
    ref: ({ ref }) => [ref],
    brand: ({ brand }) => [brand],
    category: ({ category }) => [categories.get(category) ?? "", ...(groups.get(category) ?? [])],
    technologies: (product) => product.technologies.map((id) => technologies.get(id) ?? id),
    colours: (product) => product.colours.map(({ name }) => name),
    audience: ({ audience }) => [audiences.get(audience) ?? audience],
    sizes: (product) => [...new Set(product.variants.map(({ size }) => size))],
    activities: (product) => product.activities.map((id) => activities.get(id) ?? ""),
    use: ({ use }) => [use],
  };
}

const labels = <T extends { id: string }>(list: readonly T[], label: (item: T) => string): Map<string, string> =>
  new Map(list.map((item) => [item.id, label(item)]));

/** The words of a question's answers: the catalogue already has them in its language. */
export function answerLabels(snapshot: Snapshot, question: string): Map<string, string> {
  const asked = snapshot.finder.questions.find(({ id }) => id === question);
  return labels(asked?.answers ?? [], (answer) => answer.label);
}
