/** From tokens to items: the phrases of the lexicon that cover most of the sentence, long ones before short ones. */
import { type Spelled, spelledAt } from "./numbers";
import type { Item, Meaning, Token } from "./types";
import { firstNode, type Node, readings, type Vocabulary } from "./vocabulary";

interface Choice {
  end: number;
  score: number;
  means?: Meaning;
  number?: Spelled;
}

interface Options {
  /** Tokens that may be read; all of them where it is left out. */
  open?: (at: number) => boolean;
  /** Recognise slips of the finger. */
  slips: boolean;
}

const WORD = 10;
/** A phrase that says something goes before one that only steers. */
const SAYS = 2;
const DOUBT = 3;

/** Read the tokens with one language. Every token lies in exactly one item. */
export function segment(tokens: readonly Token[], vocabulary: Vocabulary, options: Options): Item[] {
  const best: { score: number; choice: Choice | null }[] = Array.from({ length: tokens.length + 1 }, () => ({
    score: 0,
    choice: null,
  }));
  for (let at = tokens.length - 1; at >= 0; at--) {
    let kept = { score: best[at + 1]?.score ?? 0, choice: null as Choice | null };
    for (const choice of choicesAt(tokens, at, vocabulary, options)) {
      const score = choice.score + (best[choice.end]?.score ?? 0);
      if (score > kept.score) kept = { score, choice };
    }
    best[at] = kept;
  }
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const item = makeItem(tokens, at, best[at]?.choice ?? null);
    items.push(item);
    at = item.end;
  }
  return items;
}

function choicesAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary, options: Options): Choice[] {
  const open = (index: number) => index < tokens.length && (options.open?.(index) ?? true);
  if (!open(at)) return [];
  const choices = phrasesAt(tokens, at, vocabulary, options, open);
  const number = spelledAt(tokens, at, vocabulary);
  if (number) choices.push({ end: number.end, score: (WORD + 1) * (number.end - at), number });
  return choices;
}

interface State {
  /** Null before the first word. */
  node: Node | null;
  at: number;
  words: number;
  doubt: number;
}

function phrasesAt(
  tokens: readonly Token[],
  start: number,
  vocabulary: Vocabulary,
  options: Options,
  open: (at: number) => boolean,
): Choice[] {
  const found: Choice[] = [];
  const states: State[] = [{ node: null, at: start, words: 0, doubt: 0 }];
  for (let state = states.pop(); state; state = states.pop()) {
    const { node, at, words, doubt } = state;
    if (node?.means) found.push({ end: at, means: node.means, score: scoreOf(node.means, words, doubt) });
    if (open(at))
      states.push(...further(tokens, vocabulary, state, stepsAt(tokens, at, words, vocabulary, options.slips)));
  }
  return found;
}

function further(tokens: readonly Token[], vocabulary: Vocabulary, state: State, steps: readonly Step[]): State[] {
  const next: State[] = [];
  for (const [word, end, added] of steps) {
    const node = state.node ? state.node.next.get(word) : firstNode(vocabulary, word);
    if (node && end <= tokens.length) next.push({ node, at: end, words: state.words + 1, doubt: state.doubt + added });
  }
  return next;
}

function scoreOf(means: Meaning, words: number, doubt: number): number {
  return words * words * WORD + (means.kind === "role" ? 0 : SAYS) - doubt * DOUBT;
}

type Step = readonly [word: string, end: number, doubt: number];

/** The words that can come next: this token, this and the next written apart, or the one behind a hyphen. */
function stepsAt(tokens: readonly Token[], at: number, words: number, vocabulary: Vocabulary, slips: boolean): Step[] {
  const token = tokens[at];
  if (!token) return [];
  if (token.kind === "mark")
    return isHyphen(tokens, at, words) ? stepsAt(tokens, at + 1, 0, vocabulary, slips) : marks(token, at);
  if (token.kind === "number") return [[token.norm, at + 1, 0]];
  // An s that stands alone is a size: "womens s" is not "women’s".
  if (token.norm === "s" && words && !token.elided) return [];
  return wordSteps(token, tokens[at + 1], at, vocabulary, slips);
}

const isHyphen = (tokens: readonly Token[], at: number, words: number): boolean =>
  tokens[at]?.norm === "-" && words > 0 && tokens[at + 1] !== undefined;

function wordSteps(
  token: Token,
  behind: Token | undefined,
  at: number,
  vocabulary: Vocabulary,
  slips: boolean,
): Step[] {
  const steps: Step[] = readings(vocabulary, token.norm, slips).map(([word, doubt]) => [word, at + 1, doubt]);
  const joined = behind?.kind === "word" ? token.norm + behind.norm : "";
  if (joined.length > 5 && vocabulary.words.has(joined)) steps.push([joined, at + 2, 0.5]);
  return steps;
}

/** Units such as € and ° are marks with a meaning. */
const marks = (token: Token, at: number): Step[] => [[token.norm, at + 1, 0]];

function makeItem(tokens: readonly Token[], start: number, choice: Choice | null): Item {
  const end = choice?.end ?? start + 1;
  const [first, last] = [tokens[start] as Token, tokens[end - 1] as Token];
  const item: Item = { kind: "unknown", start, end, from: first.from, to: last.to };
  if (choice?.number) {
    item.kind = "number";
    item.value = choice.number.value;
    item.spelled = true;
  } else if (choice?.means) {
    item.kind = "phrase";
    item.means = choice.means;
  } else if (first.kind === "number") {
    item.kind = "number";
    item.value = Number(first.norm);
  } else {
    item.kind = first.kind === "mark" ? "mark" : "unknown";
    item.norm = first.norm;
  }
  return item;
}
