/** Search over the shop's assortment, as the seller types. */
import MiniSearch from "minisearch";
import type { Product, Snapshot } from "../../catalogue/types";
import { words } from "./fold";

export interface Engine {
  /** Best first. `close` where not every word was found, or only with a slip of the finger. */
  find: (query: string) => { products: Product[]; close: boolean };
}

/** What is searched, and how much a word there counts. */
const WEIGHTS = {
  name: 5,
  ref: 5,
  category: 3,
  technologies: 2.5,
  colours: 2,
  brand: 2,
  audience: 2,
  activities: 1,
  use: 0.7,
};
type Field = keyof typeof WEIGHTS;
type Entry = Record<Field, string> & { id: number };

/** Index a catalogue. */
export function makeEngine(snapshot: Snapshot): Engine {
  const index = new MiniSearch<Entry>({
    fields: Object.keys(WEIGHTS),
    tokenize: words,
    processTerm: (word) => word,
    searchOptions: {
      boost: WEIGHTS,
      tokenize: words,
      processTerm: (word) => word,
      combineWith: "AND",
      // The last word is still being typed.
      prefix: (word, i, all) => i === all.length - 1 || word.length > 2,
      weights: { prefix: 0.7, fuzzy: 0.3 },
    },
  });
  const entry = entries(snapshot);
  index.addAll(snapshot.products.map(entry));
  const products = (found: { id: number }[]) =>
    found.map(({ id }) => snapshot.products[id]).filter((product) => product !== undefined);
  return {
    find(query) {
      const exact = index.search(query);
      if (exact.length) return { products: products(exact), close: false };
      const fuzzy = (word: string) => (word.length > 3 ? 0.25 : false);
      const slipped = index.search(query, { fuzzy });
      if (slipped.length) return { products: products(slipped), close: true };
      return { products: products(index.search(query, { fuzzy, combineWith: "OR" })), close: true };
    },
  };
}

/** Give the way from a product to its words in this catalogue. */
function entries(snapshot: Snapshot): (product: Product, id: number) => Entry {
  const categories = labels(snapshot.categories, (category) => `${category.label} ${category.plural}`);
  const technologies = labels(snapshot.technologies, (technology) => technology.name);
  const groups = new Map<string, string>();
  for (const group of snapshot.groups)
    for (const id of group.categories) groups.set(id, `${groups.get(id) ?? ""} ${group.label}`);
  const audiences = answerLabels(snapshot, "audience");
  const activities = answerLabels(snapshot, "activity");
  return (product, id) => ({
    id,
    name: product.name,
    ref: product.ref,
    brand: product.brand,
    category: `${categories.get(product.category) ?? ""} ${groups.get(product.category) ?? ""}`,
    technologies: product.technologies.map((technology) => technologies.get(technology) ?? technology).join(" "),
    colours: product.colours.map((colour) => colour.name).join(" "),
    audience: audiences.get(product.audience) ?? product.audience,
    activities: product.activities.map((activity) => activities.get(activity) ?? "").join(" "),
    use: product.use,
  });
}

const labels = <T extends { id: string }>(list: readonly T[], label: (item: T) => string): Map<string, string> =>
  new Map(list.map((item) => [item.id, label(item)]));

/** The words of a question's answers: the catalogue already has them in its language. */
export function answerLabels(snapshot: Snapshot, question: string): Map<string, string> {
  const asked = snapshot.finder.questions.find(({ id }) => id === question);
  return labels(asked?.answers ?? [], (answer) => answer.label);
}

/** True where the text holds something to search for. */
export const isSearchable = (text: string): boolean => words(text).length > 0;
