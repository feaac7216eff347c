/** What the phone keeps. Everything but `session`, `settings` and `customer` can be fetched again. */
import type { DBSchema } from "idb";
import type { Speech } from "../catalogue/speech";
import type { Answers, Snapshot, Stock } from "../catalogue/types";
import type { Session } from "../lib/api";

/** A document of the server with the ETag it came under, and when this phone last knew it to be current. */
export interface Kept<T> {
  document: T;
  etag: string | undefined;
  /** RFC 3339, UTC. */
  checked_at: string;
}

export interface Schema extends DBSchema {
  /** Key: "shop/lang". */
  snapshot: { key: string; value: Kept<Snapshot> };
  /** The texts of other languages. Key: "shop/lang". */
  speech: { key: string; value: Kept<Speech> };
  /** Key: the shop. */
  stock: { key: string; value: Kept<Stock> };
  /** Key: "current". */
  session: { key: string; value: Session };
  /** Key: the setting's name. */
  settings: { key: string; value: string };
  /** Key: "answers". */
  customer: { key: string; value: Answers };
}
