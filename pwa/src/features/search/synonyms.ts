/** Other words for the same thing, in the five languages of the lexicon: "doudoune", "puffer", "Daunenjacke". */
import type SearchableMap from "minisearch/SearchableMap";
import type { Product } from "../../catalogue/types";
import { atOnce } from "../../lib/steps";
import type { Lexicon, Meaning, Table } from "../../words/types";
import { stem } from "./fold";
import { makeTerms } from "./terms";

/** What a phrase stands for: "wanted:down-jacket", "activity:hiking", "colour:red", "wish:membrane:gore-pro". */
export type Concept = string;

export interface Synonyms {
  /** By the phrase, each word without its ending, joined by a space. */
  phrases: ReadonlyMap<string, readonly Concept[]>;
  /** Words of the longest phrase. */
  longest: number;
  /** The phrases of one word, by their letters. */
  single: SearchableMap<readonly Concept[]>;
  groups: Readonly<Record<string, readonly string[]>>;
}

/** Shorter beginnings begin everything, shorter words are a slip of everything. */
const SHORTEST_SIMILAR = 5;
const TWO_SLIPS_FROM = 9;

/** A phrase of more words is a sentence: the field of the advice reads those. */
const LONGEST = 4;
const KEYS = ["wanted", "activity", "colour", "audience"] as const;

/** Turn the lexicon round: from each phrase to what it stands for. */
export const makeSynonyms = (lexicon: Lexicon): Synonyms => atOnce(synonymsInSteps(lexicon));

/** The same in steps of about a millisecond on a slow phone. */
export function* synonymsInSteps(lexicon: Lexicon): Generator<undefined, Synonyms> {
  const phrases = new Map<string, Concept[]>();
  for (const table of Object.values(lexicon.languages)) yield* gather(table, phrases);
  const alone = new Map([...phrases].filter(([phrase]) => !phrase.includes(" ")));
  const single = yield* makeTerms<readonly Concept[]>(alone);
  return { phrases, longest: LONGEST, single, groups: lexicon.groups };
}

/** What a word stands for that is still being typed, or was typed with a slip. */
export function similar({ single }: Synonyms, word: string, begun: boolean): { concepts: Concept[]; slipped: boolean } {
  if (word.length < SHORTEST_SIMILAR) return { concepts: [], slipped: false };
  const longer = begun ? [...single.atPrefix(word)].flatMap(([, concepts]) => concepts) : [];
  if (longer.length > 0) return { concepts: [...new Set(longer)], slipped: false };
  const near = [...single.fuzzyGet(word, word.length < TWO_SLIPS_FROM ? 1 : 2).values()].flatMap(
    ([concepts]) => concepts,
  );
  return { concepts: [...new Set(near)], slipped: near.length > 0 };
}

function* gather({ means, phrases }: Table, into: Map<string, Concept[]>): Generator<undefined, void> {
  const put = (words: string, at: number | string | undefined) => {
    const key = phraseKey(words.split(" "));
    const concepts = conceptsOf(means[Number(at)]);
    if (key && concepts.length > 0) into.set(key, [...new Set([...(into.get(key) ?? []), ...concepts])]);
  };
  for (const [first, [alone, ...further]] of Object.entries(phrases)) {
    put(first, alone);
    for (let i = 0; i + 1 < further.length; i += 2) put(`${first} ${further[i]}`, further[i + 1]);
    yield;
  }
}

/** The words of a phrase as they are compared; the empty string where there are too many or none. */
export function phraseKey(words: readonly string[]): string {
  if (words.length > LONGEST) return "";
  return words.map((word) => stem(word) || word).join(" ");
}

/** What a meaning says of a piece; a mood, a measure or a negation says nothing of one. */
function conceptsOf(meaning: Meaning | undefined): Concept[] {
  if (meaning?.kind === "wish")
    return meaning.form === "feature" && !meaning.refuses ? meaning.ids.map((id) => `wish:${id}`) : [];
  if (meaning?.kind !== "answers") return [];
  const key = KEYS.find((one) => meaning.says[one] !== undefined);
  return key ? [`${key}:${meaning.says[key]}`] : [];
}

/** Whether a piece is what a concept says. */
export function isMeant(concept: Concept, product: Product, groups: Synonyms["groups"]): boolean {
  const [kind = "", id = "", value] = concept.split(":");
  if (kind === "wanted") return product.category === id || (groups[id]?.includes(product.category) ?? false);
  if (kind === "activity") return product.activities.includes(id);
  if (kind === "colour") return product.colours.some(({ family }) => family === id);
  if (kind === "audience") return product.audience === id;
  const known = product.properties[id]?.value;
  return value === undefined ? known === true : String(known) === value;
}
