/** Facts beside each other in a line: "Haut · 2 ici". A line that breaks keeps the dot at its end. */
export const dotted = (...facts: readonly (string | false | null | undefined)[]): string =>
  facts.filter(Boolean).join("\u00a0· ");
