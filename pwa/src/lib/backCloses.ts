/** "Back" closes what lies over a page before it leaves the page, as on every phone. */
import { useEffect, useRef } from "preact/hooks";
import { lay } from "./router";

/** `passing`: it is no part of the page, and another page closes it as well. */
export function useBackCloses(isOpen: boolean, close: () => void, passing = false): void {
  // The layer outlives a render; it closes with what the last render gave.
  const last = useRef(close);
  last.current = close;
  useEffect(() => (isOpen ? lay(() => last.current(), passing) : undefined), [isOpen, passing]);
}
