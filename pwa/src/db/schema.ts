/** What the phone keeps. Documents of the server can be fetched again; `outbox` and `set_aside` exist nowhere else. */
import type { DBSchema } from "idb";
import type { Speech } from "../catalogue/speech";
import type { Answers, Snapshot, Stock } from "../catalogue/types";
import type { Questions, Session } from "../lib/api";

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

/** What became of an event that is no longer waiting: the audit must be able to account for each number. */
export interface Evidence {
  id: string;
  device: string;
  seq: number;
  /** The server answered for it, or somebody took it out. */
  how: "delivered" | "removed";
  /** RFC 3339, UTC. */
  at: string;
  /** As it was delivered: a server that was set back to an older state can be given it again. */
  event?: OutboxEvent;
}

/** The device's id in its events, the last number it gave out, and the event that has it. */
export interface Device {
  id: string;
  seq: number;
  last?: OutboxEvent;
  /** From this number on, there is evidence of every event that was delivered. */
  floor?: number;
}

/** What try-ons in the shop showed: counts by product and verdict. */
export interface TryOnCounts {
  shop: string;
  as_of: string;
  try_ons: Record<string, { smaller: number; right: number; larger: number }>;
}

/** The ways in which a piece or a need comes up; the first that the report counts by. */
export type Way = "finder" | "words" | "scan" | "search" | "outfit";

/** What the present customer looked at and kept, and the need that is being answered. Nothing of it names a person. */
export interface Visit {
  /** Kept for this customer, in the order they were kept. */
  favourites: readonly string[];
  /** Opened for this customer, the last one first. */
  looked: readonly Looked[];
  /** The wishes that were let go for this need. */
  relaxed: readonly string[];
  /** When the first answer of this need was given (RFC 3339, UTC); null without any. */
  since: string | null;
  /** An outfit was composed for this need. */
  dressed: boolean;
  /** The event of this need, where it was already noted. */
  advice: string | null;
}

export interface Looked {
  ref: string;
  way: Way;
}

export interface OutcomeSaid {
  result: "sold" | "ordered" | "tried" | "left";
  reason: "size" | "price" | "colour" | "not-convinced" | "just-looking" | "not-here" | null;
  visitor: "local" | "visitor" | null;
}

/** One advice, or one piece looked at, of the present day on this phone. */
export interface DayEntry {
  /** The event of the advice; "piece" and the reference for a piece. */
  id: string;
  kind: "advice" | "piece";
  /** RFC 3339, UTC. */
  at: string;
  /** The date on the shop's wall: the entry is gone with it. */
  day: string;
  author: string;
  shop: string;
  answers: Answers;
  /** What was proposed or looked at, best first. */
  refs: readonly string[];
  outcome: OutcomeSaid | null;
}

/** What the range was when the seller last looked at what is new in it: each product's lowest price, in cents. */
export interface RangeSeen {
  revision: number;
  /** RFC 3339, UTC. */
  seen_at: string;
  prices: Record<string, number | null>;
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
  /** Key: "current". */
  device: { key: string; value: Device };
  evidence: { key: string; value: Evidence };
  /** Key: the shop. */
  try_ons: { key: string; value: Kept<TryOnCounts> };
  /** Key: "current". */
  visit: { key: string; value: Visit };
  day: { key: string; value: DayEntry };
  /** What somebody began to write. Key: the sheet, and the piece it is about. */
  drafts: { key: string; value: string };
  /** Key: the shop. */
  questions: { key: string; value: Kept<Questions> };
  /** Key: the shop. */
  range_seen: { key: string; value: RangeSeen };
}
