/** What was not understood, in the customer's own words. */
import type { Reading } from "./reading";
import type { Item } from "./types";

interface Span {
  from: number;
  to: number;
  /** A date or a number with its unit: its parts stay together. */
  whole: boolean;
}

/** The words that led to nothing, in their order; a date or a number with its unit in one. */
export function restOf(reading: Reading, passed: readonly { start: number; end: number }[]): string[] {
  const { items, text } = reading;
  const isPassed = (at: number) => passed.some(({ start, end }) => start <= at && at < end);
  const spans: Span[] = [];
  items.forEach((item, at) => {
    const unknown = item.kind === "unknown";
    if (unknown || item.left || isPassed(at))
      join(spans, { from: nameFrom(reading, at), to: item.to, whole: !unknown });
  });
  return spans.map(({ from, to }) => text.slice(from, to));
}

/** Where the name begins that a figure belongs to: the D of "D4". */
function nameFrom({ items }: Reading, at: number): number {
  const [letter, figure] = [items[at - 1], items[at] as Item];
  const isName = figure.kind === "number" && letter?.to === figure.from && letter.means?.kind === "role";
  return isName ? letter.from : figure.from;
}

function join(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last?.whole && span.whole && span.from - last.to <= 1) last.to = span.to;
  else spans.push(span);
}
