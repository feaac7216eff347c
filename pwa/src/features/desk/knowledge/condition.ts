/** A condition as a cell writes it ("slot: shell, any | cold: 2, 3"), taken apart to be picked and put together again. */
import type { KnownCondition } from "../../../lib/apiKnowledge";

/** Keys with the values of which one must hold. */
export type Condition = ReadonlyMap<string, ReadonlySet<string>>;

const ALWAYS = "always";

export function readCondition(text: string): Condition {
  if (text === ALWAYS) return new Map();
  return new Map(
    text.split(" | ").map((part) => {
      const [key = "", values = ""] = part.split(": ");
      return [key, new Set(values.split(", "))];
    }),
  );
}

/** Write a condition in the order in which the knowledge names keys and values. */
export function writeCondition(condition: Condition, known: readonly KnownCondition[]): string {
  const parts = known.flatMap(({ key, values }) => {
    const picked = condition.get(key);
    const words = values.flatMap(({ value }) => (picked?.has(value) ? [value] : []));
    return words.length ? [`${key}: ${words.join(", ")}`] : [];
  });
  return parts.join(" | ") || ALWAYS;
}

/** The same condition with a value picked or put back; a key without values is none. */
export function toggled(condition: Condition, key: string, value: string): Condition {
  const values = new Set(condition.get(key));
  if (!values.delete(value)) values.add(value);
  const rest = [...condition].filter(([name]) => name !== key);
  return new Map(values.size ? [...rest, [key, values]] : rest);
}

/** The text among those given that means the same, or else the condition's own: what means the same is no change. */
export function asSaid(
  condition: Condition,
  known: readonly KnownCondition[],
  texts: readonly (string | null)[],
): string {
  const own = writeCondition(condition, known);
  return texts.find((text) => text !== null && writeCondition(readCondition(text), known) === own) ?? own;
}
