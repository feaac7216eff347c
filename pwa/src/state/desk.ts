/** How a person works at the desk. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { own, readSetting, saveSetting } from "../db";
import { log } from "../lib/log";

const NAME = "desk-shortcuts";
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
