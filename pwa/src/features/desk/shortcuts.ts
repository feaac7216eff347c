/** The desk by keyboard: "g" and a letter to go, "/" to search, "?" for help. None of it while somebody writes. */
import { useEffect, useState } from "preact/hooks";
import { navigate } from "../../state";
import { shortcutsOn, startShortcuts } from "../../state/desk";
import type { Room } from "./rooms";

/** How long a letter may come after "g". */
const CHORD_MS = 1_500;
const WRITING = "input, select, textarea, [contenteditable], dialog[open]";

export interface Keys {
  help: boolean;
  openHelp: () => void;
  closeHelp: () => void;
}

export function useShortcuts(rooms: readonly Room[]): Keys {
  const [help, setHelp] = useState(false);
  useEffect(() => void startShortcuts(), []);
  useEffect(() => {
    const keys = new Chords(rooms, { "/": focusSearch, "?": () => setHelp(true) });
    const pressed = (event: KeyboardEvent) => {
      if (shortcutsOn.peek() && !isTaken(event)) keys.take(event);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [rooms]);
  return { help, openHelp: () => setHelp(true), closeHelp: () => setHelp(false) };
}

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

/** A room marks its own field for searching with `data-search`. */
function focusSearch(): void {
  document.querySelector<HTMLInputElement>("[data-search]")?.focus();
}
