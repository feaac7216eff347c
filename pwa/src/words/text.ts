/** From a text to tokens: words without accents, numbers, marks. */
import type { Token } from "./types";

/** "Imperméable" → "impermeable", "weiß" → "weiss". One letter can become two. */
export function normalise(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss");
}

const SPACE = "[ \\u00a0\\u202f\\u2009]";
const PIECES = new RegExp(
  [
    // A telephone or article number: groups of digits without a meaning of their own.
    String.raw`(?<code>\+?\d{2}(?:[ .]\d{2}){3,}|\+\d[\d .]{7,}\d|0\d{2,}(?:[ ./-]?\d{2,})*|\d{6,})`,
    String.raw`(?<date>\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?(?!\d)|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})`,
    String.raw`(?<fraction>\d{2}${SPACE}[123]/[23])`,
    String.raw`(?<number>\d{1,3}(?:(?:${SPACE}|['’.,])\d{3})+(?!\d)(?:,\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?)`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}]*)`,
    String.raw`(?<mark>\S)`,
  ].join("|"),
  "gu",
);

const APOSTROPHES = /['’‘ʼ´`]/;
const SILENT = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Cf}|\p{M}|["«»“”„*_~^'’‘ʼ´`]/u;

/** Cut the text into tokens. Emoji, quotation marks and apostrophes are no tokens. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECES)) {
    const from = match.index;
    const to = from + match[0].length;
    const elided = APOSTROPHES.test(text.charAt(to)) || APOSTROPHES.test(text.charAt(from - 1));
    const token = { text: match[0], from, to, glued: tokens.at(-1)?.to === from, elided };
    const made = isFoot(text, from, to) ? FOOT : read(match.groups ?? {}, match[0]);
    if (made) tokens.push({ ...token, ...made });
  }
  return tokens;
}

const FOOT = { kind: "mark", norm: "ft" } as const;

/** The sign between 5 and 10 in 5'10": feet, where other apostrophes are no tokens. */
const isFoot = (text: string, from: number, to: number): boolean =>
  APOSTROPHES.test(text.slice(from, to)) && /(^|\D)[2-7]$/.test(text.slice(0, from)) && /^ ?\d/.test(text.slice(to));

type Groups = Record<string, string | undefined>;

function read(groups: Groups, text: string): Pick<Token, "kind" | "norm"> | null {
  if (groups.number) return { kind: "number", norm: String(figure(text)) };
  if (groups.fraction) return { kind: "number", norm: String(fraction(text)) };
  if (groups.word) return { kind: "word", norm: normalise(text) };
  if (groups.mark && SILENT.test(text)) return null;
  // Codes and dates stay as they are: nothing reads them.
  return { kind: "mark", norm: groups.mark ? text.replace(/[−–—‐‑]/, "-") : "#" };
}

/** "1 000" and "1.000" are a thousand, "1,5" and "1.5" one and a half. */
function figure(text: string): number {
  const [whole = "", cents] = /^(.*?)(?:,(\d{1,2}))?$/.exec(text)?.slice(1) ?? [];
  if (/^\d{1,3}(?:[^\d]\d{3})+$/.test(whole)) return Number(`${whole.replace(/\D/g, "")}.${cents ?? 0}`);
  return Number(text.replace(",", "."));
}

const THIRDS: Record<string, number> = { "1/2": 0.5, "1/3": 0.333, "2/3": 0.667 };

function fraction(text: string): number {
  const [whole, part] = text.split(/\s/);
  return Number(whole) + (THIRDS[part ?? ""] ?? 0);
}
