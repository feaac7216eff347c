/** The customer's own words turned into answers: what is understood, what is not, never a guess. */
import { choose } from "./answers";
import { readChoices, readPieces } from "./choices";
import { cutCompounds } from "./compounds";
import { setDatesAside } from "./dates";
import { fillFrom, rankLanguages } from "./languages";
import { type Names, namesIn } from "./names";
import { readQuantities } from "./quantities";
import { isRole, type Reading } from "./reading";
import { restOf } from "./rest";
import { segment } from "./segment";
import { readLetterSizes } from "./sizes";
import { tokenise } from "./text";
import type { Item, Lang, Lexicon, Token, Understood } from "./types";
import { LANGS } from "./types";
import { makeVocabulary, type Vocabulary } from "./vocabulary";
import { readWishes } from "./wishes";

export { makeNames, type Names } from "./names";
export type { Found, Lang, Lexicon, Understood } from "./types";
export { LANGS } from "./types";

export interface Options {
  /** The language that was chosen; a sentence that is clearly in another one is read in that. */
  lang?: string;
  /** Words of the catalogue's names. */
  names?: Names;
}

export type Understand = (text: string, options?: Options) => Understood;

const NO_NAMES: Names = new Set();
/** Nobody says more in one breath; what follows is not read. */
const LONGEST = 2000;

/** Make the lexicon ready: this is done once. */
export function makeUnderstand(lexicon: Lexicon): Understand {
  const vocabularies = new Map(LANGS.map((lang) => [lang, makeVocabulary(lexicon, lang)]));
  return (text, options = {}) => understand(lexicon, vocabularies, text.slice(0, LONGEST), options);
}

type Vocabularies = ReadonlyMap<Lang, Vocabulary>;

function understand(lexicon: Lexicon, vocabularies: Vocabularies, text: string, options: Options): Understood {
  const { tokens, items, lang } = read(vocabularies, text, options.lang);
  const corrections = items.flatMap((item, at) => (isRole(item, "correction") ? [at] : []));
  const reading: Reading = { text, tokens, items, lexicon, said: [], corrections };
  setDatesAside(reading);
  readQuantities(reading);
  readLetterSizes(reading);
  readPieces(reading);
  const wished = readWishes(reading);
  wished.push(...readChoices(reading));
  const { answers, found, passed } = choose(reading, wished);
  const names = namesIn(text, tokens, items, options.names ?? NO_NAMES);
  return { answers, rest: restOf(reading, passed), found, names, lang };
}

/** Read the sentence in the language that knows most of it, and what that does not know in the others. */
function read(vocabularies: Vocabularies, text: string, named: string | undefined) {
  const raw = tokenise(text);
  const known = LANGS.find((lang) => lang === named) ?? null;
  const readIn = new Map([...vocabularies].map(([lang, one]) => [lang, segment(raw, one, { slips: false })]));
  const [lang = "fr", ...others] = rankLanguages(readIn, known);
  const own = vocabularies.get(lang) as Vocabulary;
  const tokens = cutCompounds(raw, own);
  const items = others.reduce(
    (sofar, other) => fill(sofar, tokens, vocabularies.get(other), own),
    segment(tokens, own, { slips: true }),
  );
  return { tokens, items, lang };
}

/** Another language reads what is still unknown, exactly as written. */
function fill(items: Item[], tokens: readonly Token[], other: Vocabulary | undefined, own: Vocabulary): Item[] {
  const gaps = new Set(items.filter((item) => item.kind === "unknown").map((item) => item.start));
  if (!other || gaps.size === 0) return items;
  const open = (at: number) => gaps.has(at) && !own.words.has(tokens[at]?.norm ?? "");
  return fillFrom(items, segment(tokens, other, { slips: false, open }), tokens);
}
