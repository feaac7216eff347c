/** What the phone keeps. Documents of the server can be fetched again; `outbox` and `set_aside` exist nowhere else. */
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

/** Something that happened in the shop, as `POST /api/v1/events` takes it. Append-only: it is sent, never changed. */
export interface OutboxEvent {
  /** UUIDv7, made at the tap; the server's primary key. */
  id: string;
  kind: string;
  /** The version of the payload's form. */
  format: number;
  device: string;
  /** Grows by one with each event of the device. */
  seq: number;
  /** RFC 3339 with the phone's own offset: the local date is part of what happened. */
  at: string;
  shop: string;
  /** The person who recorded it; nobody else's session sends it. */
  author: string;
  payload: Record<string, unknown>;
}

/** An event that the server refused, with its reason. It stays until somebody has looked at it. */
export interface SetAside {
  event: OutboxEvent;
  reason: string;
  message: string;
  /** RFC 3339, UTC. */
  refused_at: string;
}

/** What try-ons in the shop showed: counts by product and verdict. */
export interface TryOnCounts {
  shop: string;
  as_of: string;
  try_ons: Record<string, { smaller: number; right: number; larger: number }>;
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
  outbox: { key: string; value: OutboxEvent; indexes: { seq: number } };
  set_aside: { key: string; value: SetAside };
  /** Key: "current". The device's id in its events, the last number it gave out, and the event that has it. */
  device: { key: string; value: { id: string; seq: number; last?: OutboxEvent } };
  /** Key: the shop. */
  try_ons: { key: string; value: Kept<TryOnCounts> };
}
