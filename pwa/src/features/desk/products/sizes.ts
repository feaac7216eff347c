/** Sizes as they are written on labels: their order, and whole runs of them in a few letters. */

const LETTERS = ["XXS", "XS", "S", "M", "L", "XL", "XXL", "3XL", "4XL", "5XL"];
const OTHERWISE: Readonly<Record<string, string>> = { "2XS": "XXS", "2XL": "XXL", XXXL: "3XL", XXXXL: "4XL" };
/** A run that is longer is no run of sizes, but a slip of the pen. */
const MOST = 40;

const letterOf = (size: string): number => {
  const plain = size.toUpperCase();
  return LETTERS.indexOf(OTHERWISE[plain] ?? plain);
};

/** Letters in their order, then figures by their value, then the rest as it came. */
export function bySize(one: string, other: string): number {
  const rank = (size: string): readonly [number, number] => {
    const letter = letterOf(size);
    if (letter >= 0) return [0, letter];
    const figure = Number.parseFloat(size.replace(",", "."));
    return Number.isNaN(figure) ? [2, 0] : [1, figure];
  };
  const [kind, value] = rank(one);
  const [otherKind, otherValue] = rank(other);
  return kind - otherKind || value - otherValue || one.localeCompare(other);
}

/** Whether a word is a size by its looks alone: letters, or a figure such as 42 or 42,5. */
export const looksLikeSize = (word: string): boolean => letterOf(word) >= 0 || /^\d{1,3}([.,]5)?$/.test(word);

/** "XS-XXL" → XS, S, M, L, XL, XXL; "36-46/2" → 36, 38 … 46; "S, M, 42,5" → as they are named, each once. */
export function sizesOf(typed: string): string[] {
  const text = typed.trim();
  const run = runOf(text);
  const named = run ?? text.split(/[;\s]+|,(?!\d)|,\s+/);
  return [...new Set(named.map((size) => size.trim()).filter(Boolean))];
}

function runOf(text: string): string[] | null {
  const match = /^([^\s/\u2013-]+)\s*(?:-|\u2013|\u00e0|to)\s*([^\s/\u2013-]+)(?:\s*\/\s*(\d+))?$/i.exec(text);
  if (!match) return null;
  const [, from = "", to = "", step = "1"] = match;
  const [first, last] = [letterOf(from), letterOf(to)];
  if (first >= 0 && last >= first) return LETTERS.slice(first, last + 1);
  const [low, high, by] = [Number(from), Number(to), Number(step)];
  if (![low, high].every(Number.isInteger) || by < 1 || high < low || (high - low) / by > MOST) return null;
  return Array.from({ length: Math.floor((high - low) / by) + 1 }, (_, i) => String(low + i * by));
}
