/** What the phone keeps. Documents of the server can be fetched again; `outbox` and `set_aside` exist nowhere else. */
import type { DBSchema } from "idb";
import type { Delta } from "../catalogue/delta";
import type { Speech } from "../catalogue/speech";
import type { Answers, Snapshot, Stock } from "../catalogue/types";
import type { Questions, Session } from "../lib/api";
import type { Review, Training } from "../training/types";

/** A document of the server with the ETag it came under, and when this phone last knew it to be current. */
export interface Kept<T> {
  document: T;
  etag: string | undefined;
  /** RFC 3339, UTC. */
  checked_at: string;
}

/** When this phone last heard that a document is current, and under which ETag; of which edition of it. */
export interface Heard {
  of: string;
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
  /** What is wrong with single fields, by their path. */
  errors?: { field: string; message: string }[];
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

/** What a person answered to the cards, as the server last said. */
export interface KeptReviews extends Kept<readonly Review[]> {
  /** Whose they are: a phone of one's own may change hands. */
  person: string;
}

/** How a piece or a need came up. */
export type Way = "finder" | "words" | "scan" | "search" | "outfit";

/** One need: what was looked at and kept for it, and how it came up. Nothing of it names a person. */
export interface Need {
  /** When its first answer was given (RFC 3339, UTC); null where nothing was answered. */
  since: string | null;
  /** What it is about; another activity or another kind of piece is another need. */
  about: { activity?: string; wanted?: string };
  /** Kept for this customer, in the order they were kept. */
  favourites: readonly string[];
  /** Opened for this customer, the last one first. */
  looked: readonly Looked[];
  /** Wishes that were let go. */
  relaxed: readonly string[];
  /** The customer's own words were read. */
  spoken: boolean;
  /** An outfit was composed. */
  dressed: boolean;
  /** The event that noted it, where it was noted before it was over. */
  advice: string | null;
  /** Variants that a sale to this customer has taken off the stock, by GTIN; absent in what an older build kept. */
  sold?: readonly string[];
}

/** A need that is over and not noted yet, with its final answers. */
export interface PastNeed extends Need {
  id: string;
  /** Whose it is, on a shared phone. */
  author?: string;
  answers: Answers;
}

export interface Looked {
  ref: string;
  way: Way;
  /** The variant whose tag was read. */
  gtin?: string;
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
  /** As in a need. */
  sold?: readonly string[];
}

/** What the range was when the seller last looked at what is new in it: each product's lowest price, in cents. */
export interface RangeSeen {
  revision: number;
  /** RFC 3339, UTC. */
  seen_at: string;
  prices: Record<string, number | null>;
}

/** Somebody who may take this shared phone. */
export interface PhonePerson {
  id: string;
  name: string;
  role: Session["person"]["role"];
  /** Of the code, by the server's count. */
  tries_left: number;
}

/** A shared phone, and the turn on it. */
export interface KeptPhone {
  id: string;
  name: string;
  shop: Session["shop"];
  lock_minutes: number;
  people: readonly PhonePerson[];
  /** The half of the turn's session that a lock throws away; null where nobody holds the phone, or nobody yet online. */
  key: string | null;
  /** When a finger last touched it (RFC 3339, UTC). */
  touched_at: string;
  /** People who left without a network: the server is told at the next contact. */
  leaving: readonly string[];
  /** The server took the phone out of service. */
  revoked?: boolean;
  passing?: Passing;
  /** Never leaves the browser: without it, what is kept of a code cannot be tried elsewhere by a script. */
  guard?: CryptoKey;
}

/** A code that the server has not seen yet, sealed for the moment in which the page begins anew. */
export interface Passing {
  person: string;
  key: CryptoKey;
  iv: Uint8Array<ArrayBuffer>;
  sealed: Uint8Array<ArrayBuffer>;
}

/** By what the phone recognises a person's code without a network. */
export interface Verifier {
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  mac: Uint8Array<ArrayBuffer>;
  tries_left: number;
  /** RFC 3339, UTC: when the server last knew the code, and how long that counts. */
  made_at: string;
  until: string;
}

export interface Schema extends DBSchema {
  /** Key: "shop/lang". */
  snapshot: { key: string; value: Kept<Snapshot> };
  /** What changed since that record was written, and of which edition. Key: "shop/lang" and the revision it leads to. */
  changes: { key: [string, number]; value: { of: string; delta: Delta } };
  /** Key: "shop/lang", "stock shop". */
  heard: { key: string; value: Heard };
  /** The texts of other languages. Key: "shop/lang". */
  speech: { key: string; value: Kept<Speech> };
  /** Key: the shop. */
  stock: { key: string; value: Kept<Stock> };
  /** Key: "current". */
  session: { key: string; value: Session };
  /** Key: the setting's name. */
  settings: { key: string; value: string };
  /** Key: "answers", on a shared phone each person's own (own.ts); so are visit, drafts, range_seen and reviews. */
  customer: { key: string; value: Answers };
  outbox: { key: string; value: OutboxEvent; indexes: { seq: number } };
  set_aside: { key: string; value: SetAside };
  /** Key: "current". */
  device: { key: string; value: Device };
  evidence: { key: string; value: Evidence };
  /** Key: the shop. */
  try_ons: { key: string; value: Kept<TryOnCounts> };
  /** Key: "current". */
  visit: { key: string; value: Need };
  /** Needs that are over and not noted yet. */
  over: { key: string; value: PastNeed };
  day: { key: string; value: DayEntry };
  /** What somebody began to write. Key: the sheet, and the piece it is about. */
  drafts: { key: string; value: string };
  /** Key: the shop. */
  questions: { key: string; value: Kept<Questions> };
  /** Key: the shop. */
  range_seen: { key: string; value: RangeSeen };
  /** Key: "shop/lang". */
  training: { key: string; value: Kept<Training> };
  /** Key: "mine", on a shared phone each person's own. */
  reviews: { key: string; value: KeptReviews };
  /** Key: "current". Only on a shared phone. */
  phone: { key: string; value: KeptPhone };
  /** Key: the person. Only on a shared phone. */
  verifiers: { key: string; value: Verifier };
}
