/** What changed between two snapshots, put into the older one. The twin of `catalog/delta.py`. */
import type { Product, Snapshot } from "./types";

/** What to set at which key or position, what to drop, and patches to go into. */
export interface Patch {
  set?: Record<string, unknown>;
  drop?: string[];
  into?: Record<string, Patch>;
}

/** `GET /api/v1/shops/{shop}/snapshot?from=…` where not the whole was given. */
export interface Delta {
  format: 1;
  /** The revision that it builds on, and the one that it leads to. */
  from: number;
  revision: number;
  content_hash: string;
  published_at: string;
  lang: string;
  /** Of the snapshot that must come out; see `digest.ts`. */
  digest: string;
  changes: Patch;
}

type Tree = Record<string, unknown>;

/**
 * Return the snapshot after the changes; what did not change stays the very same object.
 *
 * May throw where the changes were meant for another snapshot; where it does not, the digest tells.
 */
export function applied(before: Snapshot, { changes }: Pick<Delta, "changes">): Snapshot {
  const { products, ...parts } = before;
  const byRef = Object.fromEntries(products.map((product) => [product.ref, product]));
  const after = patched({ ...parts, products: byRef }, changes) as Tree & { products: Record<string, Product> };
  const refs = Object.keys(after.products).sort();
  return { ...after, products: refs.map((ref) => after.products[ref]) } as unknown as Snapshot;
}

function patched(node: unknown, { set = {}, drop = [], into = {} }: Patch): unknown {
  if (typeof node !== "object" || node === null) throw new TypeError("the changes are for another catalogue");
  const copy = (Array.isArray(node) ? [...node] : { ...node }) as Tree;
  for (const [place, value] of Object.entries(set)) copy[place] = value;
  for (const [place, patch] of Object.entries(into)) copy[place] = patched(copy[place], patch);
  for (const place of drop) delete copy[place];
  return copy;
}
