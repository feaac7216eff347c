/** "Back" closes what lies over a page before it leaves the page, as on every phone. */
import { useEffect, useRef } from "preact/hooks";
import { lay } from "./router";

export function useBackCloses(isOpen: boolean, close: () => void): void {
  // The layer outlives a render; it closes with what the last render gave.
  const last = useRef(close);
  last.current = close;
  useEffect(() => (isOpen ? lay(() => last.current()) : undefined), [isOpen]);
}
