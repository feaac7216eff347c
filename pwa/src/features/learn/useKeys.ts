import { useEffect, useRef } from "preact/hooks";

interface Keys {
  /** Place of a choice, from 0. */
  choose: (at: number) => void;
  /** What Enter does where nothing else has the focus; null where there is nothing to go on to. */
  goOn: (() => void) | null;
}

const ACTS = "a, button, input, select, textarea, summary";
const WRITES = "input, select, textarea";

/** 1 to 4 choose, Enter goes on: a laptop's keyboard, or a switch. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => take(event, latest.current);
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

function take(event: KeyboardEvent, { choose, goOn }: Keys): void {
  if (!isAlone(event)) return;
  const within = (selector: string) => (event.target as Element).closest?.(selector);
  if (/^[1-4]$/.test(event.key) && !within(WRITES)) choose(Number(event.key) - 1);
  if (event.key === "Enter" && !within(ACTS)) goOn?.();
}

/** A key by itself, pressed once, with nothing over the page. */
const isAlone = ({ repeat, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !(repeat || ctrlKey || metaKey || altKey || document.querySelector("dialog[open]"));
