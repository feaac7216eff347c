/** A field whose words rest a moment before they are looked up, and that follows an address. */
import { useEffect, useRef, useState } from "preact/hooks";

/** How long a word rests: less than a person waits for, more than between two letters. */
const REST_MS = 250;

/**
 * What stands in the field, and how it is changed.
 *
 * `said` is what the address says; `onRest` is called with other words once nobody types any more.
 */
export function useRested(said: string, onRest: (words: string) => void): [string, (words: string) => void] {
  const [words, setWords] = useState(said);
  const last = useRef(onRest);
  last.current = onRest;
  const known = useRef(said);
  useEffect(() => {
    // What was typed before the page was whole stays: only an address that changes says otherwise.
    if (known.current !== said) setWords(said);
    known.current = said;
  }, [said]);
  useEffect(() => {
    if (words === known.current) return undefined;
    const timer = setTimeout(() => last.current(words), REST_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return [words, setWords];
}
