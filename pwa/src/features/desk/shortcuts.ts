/** The desk by keyboard: "g" and a letter to go, "/" to search, "?" for help, none of it while somebody writes; Ctrl K. */
import { useEffect, useState } from "preact/hooks";
import { navigate } from "../../state";
import { shortcutsOn, startShortcuts } from "../../state/desk";
import type { Room } from "./rooms";

/** How long a letter may come after "g". */
const CHORD_MS = 1_500;
const WRITING = "input, select, textarea, [contenteditable], dialog[open]";

/** What lies over the desk: the list of keys, or the search over all of it. */
export type Over = "help" | "search" | null;

export interface Keys {
  over: Over;
  open: (what: Over) => void;
}

export function useShortcuts(rooms: readonly Room[]): Keys {
  const [over, open] = useState<Over>(null);
  useEffect(() => void startShortcuts(), []);
  useEffect(() => {
    const search = () => open("search");
    const keys = new Chords(rooms, { "/": () => focusSearch() || search(), "?": () => open("help") });
    const pressed = (event: KeyboardEvent) => {
      if (isFind(event)) {
        event.preventDefault();
        search();
      } else if (shortcutsOn.peek() && !isTaken(event)) keys.take(event);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [rooms]);
  return { over, open };
}

/** Ctrl K, or ⌘ K: held keys are nobody's mistake, so they also work while somebody writes. */
const isFind = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === "k" &&
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  document.querySelector("dialog[open]") === null;

/** Somebody else has the key: a field, a dialog, the browser. */
const isTaken = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof Element && event.target.closest(WRITING) !== null) ||
  document.querySelector("dialog[open]") !== null;

/** What single keys do, and what a letter does after "g". */
class Chords {
  private armed = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly rooms: readonly Room[],
    private readonly single: Readonly<Record<string, () => void>>,
  ) {}

  take(event: KeyboardEvent): void {
    const does = this.meaning(event);
    this.armed = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    if (!does) return;
    this.armed = Number.NEGATIVE_INFINITY;
    event.preventDefault();
    does();
  }

  private meaning(event: KeyboardEvent): (() => void) | undefined {
    if (event.timeStamp - this.armed >= CHORD_MS) return this.single[event.key];
    const room = this.rooms.find(({ letter }) => letter === event.key.toLowerCase());
    return room && (() => navigate(room.id === "home" ? "/desk" : `/desk/${room.id}`));
  }
}

/** A room marks its own field for searching with `data-search`; false where it has none. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>("[data-search]");
  field?.focus();
  return field !== null;
}
