/** By which a phone knows that it holds what the server meant. The twin of `digest` in `catalog/delta.py`. */
import type { Snapshot } from "./types";

/** Products hashed at once: few enough for a frame of a slow phone, many enough to wait for few hashes. */
const PIECE = 64;

/** Return the SHA-256, in hexadecimal, of the SHA-256s of the snapshot's pieces. Lets go of the screen between pieces. */
export async function digest(snapshot: Snapshot): Promise<string> {
  const { products, ...parts } = snapshot;
  const hashes = [await sha256(utf8(parts))];
  for (let start = 0; start < products.length; start += PIECE) {
    await pause();
    hashes.push(await sha256(utf8(products.slice(start, start + PIECE))));
  }
  const all = new Uint8Array(hashes.length * 32);
  for (const [at, hash] of hashes.entries()) all.set(hash, at * 32);
  return [...(await sha256(all))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const utf8 = (piece: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(canonical(piece));

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** JSON with sorted keys and no spaces, as `catalog/canonical.py` writes it. */
export function canonical(node: unknown): string {
  if (typeof node !== "object" || node === null) return JSON.stringify(node);
  if (Array.isArray(node)) return `[${node.map(canonical).join()}]`;
  const fields = node as Record<string, unknown>;
  return `{${Object.keys(fields)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(fields[key])}`)
    .join()}}`;
}
