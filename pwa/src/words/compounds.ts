/** Words written in one: "Skitourenhose" is Skitouren and Hose. */
import type { Token } from "./types";
import { firstNode, type Node, readings, type Vocabulary } from "./vocabulary";

const SHORTEST_PART = 3;
/** Letters that German puts between the parts. */
const LINKS = ["", "s", "n", "en", "es", "e"];

/** Cut the words that nobody knows where both parts are known. */
export function cutCompounds(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  return tokens.flatMap((token) => {
    if (token.kind !== "word" || token.norm.length < 2 * SHORTEST_PART) return [token];
    if (vocabulary.unlike.has(token.norm) || readings(vocabulary, token.norm, false).length) return [token];
    const lengths = partsOf(token.norm, vocabulary);
    // The offsets are right only where no letter became two.
    return lengths && token.norm.length === token.text.length ? cut(token, lengths, vocabulary) : [token];
  });
}

function cut(token: Token, lengths: readonly number[], vocabulary: Vocabulary): Token[] {
  let from = 0;
  return lengths.map((length, i) => {
    const start = from;
    from += length;
    const norm = withoutLink(token.norm.slice(start, from), i < lengths.length - 1, vocabulary);
    const text = token.text.slice(start, from);
    return { ...token, text, norm, from: token.from + start, to: token.from + from, glued: i > 0 || token.glued };
  });
}

/** The lengths of the parts, links with the part before; null where the word is no compound of known words. */
function partsOf(word: string, vocabulary: Vocabulary): number[] | null {
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const parts = partsAt(word.slice(0, at), word.slice(at), vocabulary);
    if (parts) return parts;
  }
  return null;
}

function partsAt(head: string, tail: string, vocabulary: Vocabulary): number[] | null {
  if (isCounted(head, tail, vocabulary)) return [head.length, tail.length];
  if (!isPart(withoutLink(head, true, vocabulary), vocabulary)) return null;
  if (isPart(tail, vocabulary)) return [head.length, tail.length];
  const more = tail.length >= 2 * SHORTEST_PART ? partsOf(tail, vocabulary) : null;
  return more && [head.length, ...more];
}

/** "sechsjährige", "zweitägig". */
const isCounted = (head: string, tail: string, vocabulary: Vocabulary): boolean =>
  vocabulary.numbers.has(head) &&
  readings(vocabulary, tail, false).some(([known]) => isRoleOf(firstNode(vocabulary, known), "year", "day"));

const isRoleOf = (node: Node | undefined, ...roles: string[]): boolean =>
  node?.means?.kind === "role" && roles.includes(node.means.role);

function withoutLink(part: string, linked: boolean, vocabulary: Vocabulary): string {
  if (!linked) return part;
  for (const link of LINKS) {
    if (!part.endsWith(link)) continue;
    const bare = part.slice(0, part.length - link.length);
    if (isPart(bare, vocabulary)) return bare;
  }
  return part;
}

/** Something a customer says in one word: a piece, an activity, a quality. */
function isPart(word: string, vocabulary: Vocabulary): boolean {
  if (word.length < SHORTEST_PART) return false;
  return readings(vocabulary, word, false).some(([known]) => isContent(firstNode(vocabulary, known)));
}

function isContent(node: Node | undefined): boolean {
  const means = node?.means;
  return means !== undefined && (means.kind !== "role" || means.role === "brand");
}
