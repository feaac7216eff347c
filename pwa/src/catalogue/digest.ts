/** By which a phone knows that it holds what the server meant. The twin of `digest` in `catalog/delta.py`. */
import type { Snapshot } from "./types";

/** Products hashed at once, as the server does. */
const PIECE = 64;
/** Who taps meanwhile waits no longer than this and one leaf of the tree. */
const AT_A_TIME_MS = 6;
/** How deep the parts are taken apart for that: the finder's rules are one part of ten thousand lines. */
const DEPTH = 3;

/** Return the SHA-256, in hexadecimal, of the SHA-256s of the snapshot's pieces. Lets go of the screen all along. */
export async function digest(snapshot: Snapshot): Promise<string> {
  const { products, ...parts } = snapshot;
  const breathe = breathing();
  const hashes = [await sha256(await slowly(parts, DEPTH, breathe))];
  for (let start = 0; start < products.length; start += PIECE)
    hashes.push(await sha256(await slowly(products.slice(start, start + PIECE), 1, breathe)));
  const all = new Uint8Array(hashes.length * 32);
  for (const [at, hash] of hashes.entries()) all.set(hash, at * 32);
  return [...(await hashed(all))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const sha256 = (text: string): Promise<Uint8Array> => hashed(new TextEncoder().encode(text));

const hashed = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** Return what waits for the screen's other work, where enough of its time was taken. */
function breathing(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < AT_A_TIME_MS) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        since = performance.now();
        resolve();
      }),
    );
  };
}

/** `canonical`, with a breath between the children of the upper levels. */
async function slowly(node: unknown, depth: number, breathe: () => Promise<void> | undefined): Promise<string> {
  if (depth === 0 || typeof node !== "object" || node === null) return canonical(node);
  const children: string[] = [];
  const isList = Array.isArray(node);
  const fields = node as Record<string, unknown>;
  for (const key of isList ? node.keys() : Object.keys(fields).sort()) {
    await breathe();
    const child = await slowly(fields[key], depth - 1, breathe);
    children.push(isList ? child : `${JSON.stringify(key)}:${child}`);
  }
  return isList ? `[${children.join()}]` : `{${children.join()}}`;
}

const isLeaf = (value: unknown): boolean => typeof value !== "object" || value === null;

/** JSON with sorted keys and no spaces, as `catalog/canonical.py` writes it. */
export function canonical(node: unknown): string {
  if (isLeaf(node)) return JSON.stringify(node);
  if (Array.isArray(node)) return node.every(isLeaf) ? JSON.stringify(node) : `[${node.map(canonical).join()}]`;
  const fields = node as Record<string, unknown>;
  return `{${Object.keys(fields)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(fields[key])}`)
    .join()}}`;
}
