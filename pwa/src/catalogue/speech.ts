/** The catalogue in the customer's language: the texts of another language laid over the one that is on the phone. */
import type { Snapshot } from "./types";

/** Texts alone, in the shape of what they stand in: by key in an object, by position in a list, products by reference. */
export type Texts = string | { [place: string]: Texts };

export interface Speech {
  format: number;
  revision: number;
  /** Of the snapshot that it belongs to; over another one its texts would come to stand in wrong places. */
  content_hash: string;
  lang: string;
  words: Record<string, Texts>;
}

/** The snapshot with these texts; the same one where they do not belong to it, or are the ones it has. */
export function spokenIn(snapshot: Snapshot, speech: Speech | null): Snapshot {
  if (!speech || speech.content_hash !== snapshot.content_hash || speech.lang === snapshot.lang) return snapshot;
  const { products, ...parts } = speech.words;
  const of = typeof products === "object" ? products : {};
  return {
    ...(laid(snapshot, parts) as Snapshot),
    lang: speech.lang,
    products: snapshot.products.map((product) => laid(product, of[product.ref] ?? {}) as typeof product),
  };
}

/** Lay texts over a tree; what has none stays the very same object. */
function laid(node: unknown, texts: Texts): unknown {
  if (typeof texts === "string") return texts;
  const places = Object.entries(texts);
  if (places.length === 0 || typeof node !== "object" || node === null) return node;
  const copy = (Array.isArray(node) ? [...node] : { ...node }) as Record<string, unknown>;
  for (const [place, text] of places) copy[place] = laid(copy[place], text);
  return copy;
}
