/** The customer's own words turned into answers: what is understood, what is not, never a guess. */
import { choose } from "./answers";
import { readChoices, readPieces } from "./choices";
import { cutCompounds } from "./compounds";
import { setDatesAside } from "./dates";
import { fillFrom, rankLanguages } from "./languages";
import { type Names, namesIn } from "./names";
import { readQuantities } from "./quantities";
import { isBreak, isRole, type Reading } from "./reading";
import { restOf } from "./rest";
import { segment } from "./segment";
import { readLetterSizes } from "./sizes";
import { tokenise } from "./text";
import type { Item, Lang, Lexicon, Token, Understood } from "./types";
import { LANGS } from "./types";
import { closeMore, makeVocabulary, type Vocabulary } from "./vocabulary";
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

export interface Understand {
  (text: string, options?: Options): Understood;
  /** Make the languages ready one by one, so that nothing else has to wait long; what is missing is made when it is needed. */
  prepare: () => Iterator<void>;
}

const NO_NAMES: Names = new Set();
/** Nobody says more in one breath; what follows is not read. */
const LONGEST = 2000;

/** Words made ready in one step, and read for practice. */
const AT_ONCE = 400;
const SAMPLE = 12;

/** Give the reading with this lexicon. */
export function makeUnderstand(lexicon: Lexicon): Understand {
  const made = new Map<Lang, Vocabulary>();
  const vocabularyOf: Vocabularies = (lang) => {
    const vocabulary = made.get(lang) ?? makeVocabulary(lexicon.languages[lang], lang);
    made.set(lang, vocabulary);
    return vocabulary;
  };
  const read = (text: string, options: Options = {}) =>
    understand(lexicon, vocabularyOf, text.slice(0, LONGEST), options);
  function* prepare(): Generator<void> {
    for (const lang of LANGS) {
      while (closeMore(vocabularyOf(lang), AT_ONCE)) yield;
      // The first sentence costs more than all others: let it be none of the customer's.
      read(lexicon.languages[lang].further.slice(-SAMPLE).join(" "), { lang });
      yield;
    }
  }
  return Object.assign(read, { prepare });
}

type Vocabularies = (lang: Lang) => Vocabulary;

function understand(lexicon: Lexicon, vocabularies: Vocabularies, text: string, options: Options): Understood {
  const { tokens, items, lang } = read(vocabularies, text, options.lang);
  const corrections = items.flatMap((item, at) => (isRole(item, "correction") || standsAlone(items, at) ? [at] : []));
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

/** "rouge, non, bleu": a refusal between two marks takes back what was said. */
const standsAlone = (items: readonly Item[], at: number): boolean =>
  at > 0 && isRole(items[at], "not") && isBreak(items[at - 1]) && isBreak(items[at + 1]);

/** Read the sentence in the language that knows most of it, and what that does not know in the others. */
function read(vocabularies: Vocabularies, text: string, named: string | undefined) {
  const raw = tokenise(text);
  const known = LANGS.find((lang) => lang === named) ?? null;
  const readIn = new Map(LANGS.map((lang) => [lang, segment(raw, vocabularies(lang), { slips: false })]));
  const [lang = "fr", ...others] = rankLanguages(readIn, known);
  const own = vocabularies(lang);
  const tokens = cutCompounds(raw, own);
  const items = others.reduce(
    (sofar, other) => fill(sofar, tokens, vocabularies(other), own),
    segment(tokens, own, { slips: true }),
  );
  return { tokens, items, lang };
}

/** Another language reads what is still unknown, exactly as written. */
function fill(items: Item[], tokens: readonly Token[], other: Vocabulary, own: Vocabulary): Item[] {
  const gaps = new Set(items.filter((item) => item.kind === "unknown").map((item) => item.start));
  if (gaps.size === 0) return items;
  const open = (at: number) => gaps.has(at) && !own.words.has(tokens[at]?.norm ?? "");
  return fillFrom(items, segment(tokens, other, { slips: false, open }), tokens);
}
