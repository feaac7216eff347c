/** What was scanned on this page, the newest first: the scanner stays open for the next tag. */
import { signal } from "@preact/signals";
import type { Product, Variant } from "../../catalogue/types";
import { readScan } from "../../lib/scanned";
import { products, variants } from "../../state";

export type Hit =
  | { state: "found"; key: string; product: Product; variant?: Variant }
  /** A right code of something that this shop does not have. */
  | { state: "unknown"; key: string; gtin: string };

const KEPT = 12;

export const hits = signal<readonly Hit[]>([]);
/** True while the camera sees a code that is none of ours at all. */
export const foreign = signal(false);

/** Take what the camera read. True where it is new: the same tag before the lens says nothing twice. */
export function take(text: string): boolean {
  const hit = hitOf(text);
  foreign.value = hit === null;
  if (hit === null || hits.peek()[0]?.key === hit.key) return false;
  hits.value = [hit, ...hits.peek().filter(({ key }) => key !== hit.key)].slice(0, KEPT);
  return true;
}

export function forget(): void {
  hits.value = [];
  foreign.value = false;
}

function hitOf(text: string): Hit | null {
  const scanned = readScan(text);
  if (scanned === null) return null;
  if ("ref" in scanned) {
    const product = products.peek().get(scanned.ref);
    return product ? { state: "found", key: scanned.ref, product } : null;
  }
  const found = variants.peek().get(scanned.gtin);
  if (!found) return { state: "unknown", key: scanned.gtin, gtin: scanned.gtin };
  return { state: "found", key: scanned.gtin, ...found };
}
