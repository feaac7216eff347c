/**
 * Search over the shop's assortment, as the seller types.
 *
 * Each word of the query reads the words of the catalogue: as they stand, as a beginning, by its other names, and only where
 * all that finds nothing, with a slip of the finger. A piece must have all words; where none does, those that have most.
 */
import type { Product, Snapshot } from "../../catalogue/types";
import { atOnce } from "../../lib/steps";
import { entriesOf } from "./entries";
import { plainWords, stem, words } from "./fold";
import { scored } from "./scores";
import { type Concept, isMeant, phraseKey, type Synonyms, similar } from "./synonyms";
import { addTerm, type Gathered, makeTerms, type Posting, type Reading, readings, slips, type Terms } from "./terms";

export interface Answer {
  /** Best first. */
  products: Product[];
  /** Not every word was found, or only with a slip of the finger. */
  close: boolean;
  /** The query as it was understood, where slips were put right. */
  meant: string | null;
}

export interface Engine {
  find: (query: string) => Answer;
  /** Pieces whose names are nearest to what was typed, for a query that finds nothing. */
  near: (query: string) => Product[];
  /** Let it know other words for the same thing. */
  learn: (synonyms: Synonyms) => void;
}

/** One word of the query, or a phrase that has another name: what it reads, and where it stands. */
interface Unit {
  /** Any of these. */
  readings: Reading[];
  /** Or, for a phrase, one of each of these. */
  each: Reading[][];
  slipped: boolean;
  /** The word as typed. */
  typed: string;
}

interface Index {
  products: readonly Product[];
  terms: Terms;
  names: Terms;
  concepts: Map<Concept, Posting>;
  synonyms: Synonyms | null;
}

/** What another name says, beside a word that is written on the piece itself. */
const OTHER_NAME = 0.6;
/** A name of the trade stands for what the piece is: as much as its category. */
const CONCEPT_WEIGHT = 3;
/** Beginnings shorter than this are read in the last word alone, which is still being typed. */
const SHORTEST_BEGINNING = 3;
const SHORTEST_NAME = 3;
const NEAREST = 3;
/** As far as a name may be from what was typed, where nothing else is found. */
const FAR = 3;

/** Index a catalogue at once. */
export const makeEngine = (snapshot: Snapshot): Engine => atOnce(engineInSteps(snapshot));

/** Index a catalogue in steps of about a millisecond on a slow phone. */
export function* engineInSteps(snapshot: Snapshot): Generator<undefined, Engine> {
  const terms: Gathered = new Map();
  const names: Gathered = new Map();
  for (const [piece, fields] of entriesOf(snapshot)) {
    for (const { term, written, weight, isName } of fields) {
      addTerm(terms, term, written, piece, weight);
      if (isName) addTerm(names, term, written, piece, weight);
    }
    yield;
  }
  const index: Index = {
    products: snapshot.products,
    terms: yield* makeTerms(terms),
    names: yield* makeTerms(names),
    concepts: new Map(),
    synonyms: null,
  };
  return {
    find: (query) => find(index, query),
    near: (query) => near(index, query),
    learn(synonyms) {
      index.synonyms = synonyms;
      index.concepts.clear();
    },
  };
}

/** True where the text holds something to search for. */
export const isSearchable = (text: string): boolean => words(text).length > 0;

function find(index: Index, query: string): Answer {
  const units = unitsOf(index, query);
  if (units.length === 0) return { products: [], close: false, meant: null };
  const found = gather(index, units, units.length);
  const slipped = units.some((one) => one.slipped);
  if (found.length > 0) return { products: found, close: slipped, meant: slipped ? meantBy(units) : null };
  const known = units.filter(({ readings: any, each }) => any.length + each.length > 0).length;
  // Not one piece has all words: those with most of them, but never with a word among many.
  const fewest = Math.max(1, Math.ceil(units.length / 2));
  for (let most = Math.min(known, units.length - 1); most >= fewest; most -= 1) {
    const partly = gather(index, units, most);
    if (partly.length > 0) return { products: partly, close: true, meant: slipped ? meantBy(units) : null };
  }
  return { products: [], close: true, meant: null };
}

/** Cut the query into its words, and into phrases that have another name. */
function unitsOf(index: Index, query: string): Unit[] {
  const typed = plainWords(query);
  const units: Unit[] = [];
  for (let at = 0; at < typed.length; ) {
    const phrase = phraseAt(index, typed, at);
    const length = phrase?.length ?? 1;
    const unit = unitOf(index, typed.slice(at, at + length), phrase?.concepts ?? [], at + length === typed.length);
    if (unit) units.push(unit);
    at += length;
  }
  return units;
}

interface Phrase {
  length: number;
  concepts: readonly Concept[];
}

/** The longest phrase that begins here. */
function phraseAt({ synonyms }: Index, typed: readonly string[], at: number): Phrase | null {
  if (!synonyms) return null;
  for (let length = Math.min(synonyms.longest, typed.length - at); length > 0; length -= 1) {
    const concepts = synonyms.phrases.get(phraseKey(typed.slice(at, at + length)));
    if (concepts) return { length, concepts };
  }
  return null;
}

/** What the words read; null for a small word that says nothing. */
function unitOf(index: Index, typed: readonly string[], concepts: readonly Concept[], last: boolean): Unit | null {
  const stems = typed.map(stem).filter(Boolean);
  if (stems.length === 0 && concepts.length === 0) return null;
  const unit = {
    readings: concepts.map((one) => conceptOf(index, one)),
    each: [],
    slipped: false,
    typed: typed.join(" "),
  };
  const written = stems.map((word) => readings(index.terms, word, last || word.length >= SHORTEST_BEGINNING));
  // "Gore Tex" is written in one word too.
  if (stems.length > 1)
    return { ...unit, readings: [...unit.readings, ...readings(index.terms, typed.join(""), false)], each: written };
  const found = [...unit.readings, ...(written[0] ?? [])];
  if (found.some(({ posting }) => posting.pieces.length > 0)) return { ...unit, readings: found };
  return { ...unit, ...nearest(index, stems[0] ?? "", last) };
}

/** What a word reads that stands nowhere: the beginning of another name, or a slip of the finger. */
function nearest(index: Index, word: string, last: boolean): Pick<Unit, "readings" | "slipped"> {
  const named = index.synonyms ? similar(index.synonyms, word, last) : { concepts: [], slipped: false };
  const others = named.concepts.map((concept) => conceptOf(index, concept));
  if (others.length > 0 && !named.slipped) return { readings: others, slipped: false };
  const near = [...slips(index.terms, word), ...others];
  return { readings: near, slipped: near.length > 0 };
}

/** The pieces that are what a concept says, looked up once. */
function conceptOf({ products, synonyms, concepts }: Index, concept: Concept): Reading {
  const known = concepts.get(concept);
  if (known) return { posting: known, likeness: OTHER_NAME };
  const pieces: number[] = [];
  for (const [piece, product] of products.entries())
    if (isMeant(concept, product, synonyms?.groups ?? {})) pieces.push(piece);
  const made = { pieces, weights: pieces.map(() => CONCEPT_WEIGHT), written: concept };
  concepts.set(concept, made);
  return { posting: made, likeness: OTHER_NAME };
}

/** The query with the best reading of each slipped word in its place. */
function meantBy(units: readonly Unit[]): string {
  return units
    .map(({ readings: found, slipped, typed }) => {
      const written = found.filter(({ posting }) => !posting.written.includes(":"));
      const best = written.sort((a, b) => b.likeness - a.likeness || b.posting.pieces.length - a.posting.pieces.length);
      return slipped ? (best[0]?.posting.written ?? typed) : typed;
    })
    .join(" ");
}

/** The pieces that have at least `fewest` of the units, best first. */
function gather({ products }: Index, units: readonly Unit[], fewest: number): Product[] {
  const total = new Float32Array(products.length);
  const had = new Uint8Array(products.length);
  for (const { readings: any, each } of units) {
    const best = scored(products.length, any, each);
    for (let piece = 0; piece < best.length; piece += 1) {
      const score = best[piece] as number;
      if (score === 0) continue;
      total[piece] = (total[piece] as number) + score;
      had[piece] = (had[piece] as number) + 1;
    }
  }
  return sorted(products, total, had, fewest);
}

/** Score and place in one number, so that the browser sorts plain numbers; at the same score the catalogue's order counts. */
function sorted(products: readonly Product[], total: Float32Array, had: Uint8Array, fewest: number): Product[] {
  const keys = new Float64Array(products.length);
  let count = 0;
  for (let piece = 0; piece < total.length; piece += 1)
    if ((had[piece] as number) >= fewest) {
      keys[count] = -Math.round((total[piece] as number) * 1_000) * products.length + piece;
      count += 1;
    }
  const placed = keys.subarray(0, count).sort();
  const found: Product[] = [];
  for (const key of placed) {
    const piece = ((key % products.length) + products.length) % products.length;
    found.push(products[piece] as Product);
  }
  return found;
}

function near({ products, names }: Index, query: string): Product[] {
  const found = new Map<number, number>();
  for (const word of words(query).filter(({ length }) => length >= SHORTEST_NAME))
    for (const { posting, likeness } of slips(names, word, FAR))
      for (const piece of posting.pieces) found.set(piece, Math.max(found.get(piece) ?? 0, likeness));
  return [...found]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, NEAREST)
    .flatMap(([piece]) => products[piece] ?? []);
}
