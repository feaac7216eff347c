/** What try-ons in the shop showed, as last heard from the server. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { readTryOns, saveTryOns, type TryOnCounts } from "../db";
import { fetchTryOns } from "../lib/api";
import { log } from "../lib/log";
import { onDelivered } from "./outbox";

const counts = signal<TryOnCounts | null>(null);

/** Counts by product; without what this phone has not sent yet. */
export const tryOns: ReadonlySignal<TryOnCounts | null> = counts;

/** Show what is stored for a shop. */
export async function openTryOns(shop: string): Promise<void> {
  counts.value = (await readTryOns(shop))?.document ?? null;
}

/** Ask the server for newer counts. Never throws: without them the advice is the chart's own. */
export async function refreshTryOns(shop: string): Promise<void> {
  try {
    const kept = await readTryOns(shop).catch(() => undefined);
    const answer = await fetchTryOns(shop, kept?.etag);
    if (!answer.changed) return;
    counts.value = answer.data;
    await saveTryOns(shop, { document: answer.data, etag: answer.etag, checked_at: new Date().toISOString() });
  } catch (cause) {
    log.info("try-ons not refreshed", cause);
  }
}

/** What was just delivered is in the server's counts now, and no longer in the outbox. */
export function followDeliveries(shop: () => string | null): void {
  onDelivered(() => {
    const current = shop();
    if (current) void refreshTryOns(current);
  });
}
