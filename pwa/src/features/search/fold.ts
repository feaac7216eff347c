/** Words as the search compares them: no accents, no plural, no feminine e, no small words. */

const SMALL = new Set(
  "a au aux avec d de des du en et l la le les ou par pour s sans sur un une the an and for in of or with to".split(
    " ",
  ),
);

/** "Chaussures d’été" → ["chaussur", "ete"]. */
export function words(text: string): string[] {
  return rawWords(text)
    .map(stem)
    .filter((word) => word !== "");
}

/** One word as it is compared; the empty string where it says nothing. */
export function stem(word: string): string {
  if (SMALL.has(word)) return "";
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = word.replace(/(?<=[^s])s$|x$/, "");
  return singular.length > 3 ? singular.replace(/e$/, "") : singular;
}

/** "Gore-Tex Pro" → gore, tex, pro, goretex: brands are written with and without their hyphen. */
export function rawWords(text: string): string[] {
  const plain = folded(text);
  const joined = [...plain.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)+/g)].map(([word]) => word.replace(/-/g, ""));
  return [...plainWords(plain), ...joined];
}

/** The words as they stand one after the other, small ones too. */
export const plainWords = (text: string): string[] =>
  folded(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss");
