/** Article numbers as they are typed, pasted or read from a tag. */

const LENGTHS = new Set([8, 12, 13, 14]);

/** The digit that must follow these digits (GS1 modulo 10). */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}

/** The digits in a typed number, or in a Digital Link such as "https://…/01/02012345000009". */
export function digitsIn(text: string): string | null {
  const link = /\/01\/(\d{8,14})(?:[/?#]|$)/.exec(text);
  if (link?.[1]) return link[1];
  const digits = text.replace(/[\s.-]/g, "");
  return /^\d+$/.test(digits) ? digits : null;
}

export type TypedGtin =
  | { state: "complete"; gtin: string }
  /** The last digit does not follow from the others: one of them was mistyped. */
  | { state: "wrong"; expected: number; digits: string }
  | { state: "partial"; digits: string };

/** What was typed so far; a complete number is given with 14 digits, as the catalogue keeps it. */
export function readGtin(text: string): TypedGtin | null {
  const digits = digitsIn(text);
  if (digits === null) return null;
  if (!LENGTHS.has(digits.length)) return { state: "partial", digits };
  const expected = checkDigit(digits.slice(0, -1));
  if (Number(digits.at(-1)) === expected) return { state: "complete", gtin: digits.padStart(14, "0") };
  return { state: "wrong", expected, digits };
}

/** True where two numbers differ by one mistyped digit, or by two neighbours in the wrong order. */
export function isSlip(typed: string, other: string): boolean {
  if (typed.length !== other.length) return false;
  const differing = [...typed].flatMap((digit, i) => (digit === other[i] ? [] : [i]));
  const [first, second] = differing;
  if (differing.length === 1) return true;
  if (differing.length !== 2 || first === undefined || second !== first + 1) return false;
  return typed[first] === other[second] && typed[second] === other[first];
}
