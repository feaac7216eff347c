/** How a person works at the desk. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { own, readSetting, saveSetting } from "../db";
import { log } from "../lib/log";

const NAME = "desk-shortcuts";
const VIEWS = "desk-views";
const on = signal(true);

/** Whether single keys do something at the desk. */
export const shortcutsOn: ReadonlySignal<boolean> = on;

/** Read what this person chose last. */
export async function startShortcuts(): Promise<void> {
  const kept = await readSetting(own(NAME)).catch((cause: unknown) => log.info("shortcuts not read", cause));
  on.value = kept !== "off";
}

export function setShortcuts(next: boolean): void {
  on.value = next;
  saveSetting(own(NAME), next ? "on" : "off").catch((cause: unknown) => log.warn("shortcuts not kept", cause));
}

/** What a list shows, by the values of its address, under a name. */
export interface SavedView {
  name: string;
  query: Readonly<Record<string, string>>;
}

type Views = Readonly<Record<string, readonly SavedView[]>>;
const views = signal<Views>({});

/** The views that this person has named, by room. */
export const savedViews: ReadonlySignal<Views> = views;

/** Read the views of a room. */
export async function startViews(room: string): Promise<void> {
  const kept = await readSetting(own(VIEWS)).catch((cause: unknown) => log.info(`views of ${room} not read`, cause));
  const found = viewsIn(kept || "{}");
  if (found) views.value = found;
}

/** Null where what is kept cannot be read. */
function viewsIn(text: string): Views | null {
  try {
    return JSON.parse(text) as Views;
  } catch {
    return null;
  }
}

/** Keep a view; one of the same name makes way. */
export const keepView = (room: string, view: SavedView): void =>
  put(
    room,
    [...without(room, view.name), view].sort((a, b) => a.name.localeCompare(b.name)),
  );

/** Give a view another name; one that had it makes way. */
export function renameView(room: string, before: string, name: string): void {
  const view = (views.peek()[room] ?? []).find((one) => one.name === before);
  if (!view) return;
  forgetView(room, before);
  keepView(room, { ...view, name });
}

export const forgetView = (room: string, name: string): void => put(room, without(room, name));

const without = (room: string, name: string): readonly SavedView[] =>
  (views.peek()[room] ?? []).filter((view) => view.name !== name);

function put(room: string, list: readonly SavedView[]): void {
  views.value = { ...views.peek(), [room]: list };
  saveSetting(own(VIEWS), JSON.stringify(views.peek())).catch((cause: unknown) => log.warn("views not kept", cause));
}
