/** What a search for text alone makes of the same answers: their words, looked up in what is written of the pieces. */
import MiniSearch from "minisearch";
import type { Answers, Finder, Snapshot } from "../../pwa/src/catalogue/types";

/** Make the index; what it returns looks the answers up and gives the number of pieces found. */
export function makeTextRanking({ categories, finder, products }: Snapshot): (answers: Answers) => number {
  const labels = new Map(categories.map(({ id, label, plural }) => [id, `${label} ${plural}`]));
  const index = new MiniSearch({ idField: "ref", fields: ["name", "category", "use", "audience", "colours", "sizes"] });
  index.addAll(
    products.map(({ ref, name, category, use, audience, colours, variants }) => ({
      ref,
      name,
      category: labels.get(category) ?? category,
      use,
      audience,
      colours: colours.map((colour) => colour.name).join(" "),
      sizes: [...new Set(variants.map(({ size }) => size))].join(" "),
    })),
  );
  return (answers) => {
    const query = queryOf(finder, answers);
    return index.search(query || MiniSearch.wildcard, { prefix: true, fuzzy: 0.2 }).length;
  };
}

/** The words of the answers, as the questions write them. */
function queryOf(finder: Finder, answers: Answers): string {
  const words: string[] = [];
  for (const [id, value] of Object.entries(answers)) {
    const question = finder.questions.find((each) => each.id === id);
    for (const one of [value].flat()) {
      const answer = question?.answers.find((each) => each.id === one);
      const wish = finder.wishes.find((each) => each.id === one || each.aliases.includes(String(one)));
      if (typeof one === "string") words.push(answer?.label ?? wish?.label ?? one);
    }
  }
  return words.join(" ");
}
