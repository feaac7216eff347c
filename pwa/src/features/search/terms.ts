/** The words of a catalogue and the pieces that have them: what a key of the search field looks into. */
import SearchableMap from "minisearch/SearchableMap";

/** The pieces that have a word, in the catalogue's order, and how much it says of each. */
export interface Posting {
  pieces: number[];
  weights: number[];
  /** As it was first written, to be shown. */
  written: string;
}

/** How a word of the query reads a word of the catalogue: 1 as it stands, less for a beginning or a slip. */
export interface Reading {
  posting: Posting;
  likeness: number;
}

export type Terms = SearchableMap<Posting>;

/** Words as they are gathered. A plain map takes each of them ten times as fast as the tree, which takes each once. */
export type Gathered = Map<string, Posting>;

/** Words of one step: a millisecond on a slow phone. */
const STEP = 64;

/** What was gathered, made ready to be searched by beginnings and with slips. */
export function* makeTerms<T>(gathered: ReadonlyMap<string, T>): Generator<undefined, SearchableMap<T>> {
  const terms = new SearchableMap<T>();
  let taken = 0;
  for (const [term, value] of gathered) {
    terms.set(term, value);
    taken += 1;
    if (taken % STEP === 0) yield;
  }
  return terms;
}

/** Let a piece have a word. The pieces come in their order; of several places the one that says most counts. */
export function addTerm(terms: Gathered, term: string, written: string, piece: number, weight: number): void {
  const known = terms.get(term);
  if (!known) {
    terms.set(term, { pieces: [piece], weights: [weight], written });
    return;
  }
  const last = known.pieces.length - 1;
  if (known.pieces[last] !== piece) {
    known.pieces.push(piece);
    known.weights.push(weight);
  } else known.weights[last] = Math.max(known.weights[last] ?? 0, weight);
}

/** A beginning says less the more is missing. */
const BEGUN = 0.75;
/** A slip says less than any beginning. */
const SLIPPED = 0.3;
/** One slip in four letters, two in eight: what a thumb does. */
const SLIPS_PER_LETTER = 0.25;
const SHORTEST_SLIPPED = 4;
/** Of more beginnings nothing is told apart. */
const MOST_SLIPS = 2;

/** The word as it stands and, with `begun`, all words that begin with it. */
export function readings(terms: Terms, word: string, begun: boolean): Reading[] {
  const found: Reading[] = [];
  const exact = terms.get(word);
  if (exact) found.push({ posting: exact, likeness: 1 });
  if (!begun) return found;
  for (const [term, posting] of terms.atPrefix(word))
    if (term !== word) found.push({ posting, likeness: (BEGUN * (1 + word.length / term.length)) / 2 });
  return found;
}

/** Words that a slip of the finger makes of this one. */
export function slips(terms: Terms, word: string, most = MOST_SLIPS): Reading[] {
  if (word.length < SHORTEST_SLIPPED || /\d/.test(word)) return [];
  const distance = Math.min(most, Math.max(1, Math.round(word.length * SLIPS_PER_LETTER)));
  return [...terms.fuzzyGet(word, distance).values()].map(([posting, away]) => ({
    posting,
    likeness: SLIPPED / (1 + away),
  }));
}
