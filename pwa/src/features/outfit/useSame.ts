import { useRef } from "preact/hooks";

/** The value of before where the new one says the same, so that what is made from it need not be made anew. */
export function useSame<T>(value: T): T {
  const kept = useRef<{ text: string; value: T } | null>(null);
  const text = JSON.stringify(value);
  if (kept.current?.text !== text) kept.current = { text, value };
  return kept.current.value;
}
