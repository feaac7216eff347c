/** The cards of one edition of the catalogue, and what a person answered to them. */
import type { Scalar } from "../catalogue/scalar";
import type { Provenance } from "../catalogue/types";

export interface Card {
  /** Stays while the question does. */
  id: string;
  /** Changes with what the card rests on: an answer to another version says nothing of this one. */
  version: string;
  kind: CardKind;
  about: About;
  question: string;
  /** Two to four, always in the same order. */
  choices: Choice[];
  /** Id of the right choice. */
  right: string;
  /** Why, as it is said to a customer. */
  reason: string;
  facts: CardFact[];
  /** How much customers ask for it, from 0. */
  weight: number;
}

export type CardKind = "fact" | "contrast" | "rule" | "answer";

/** The cell of the readiness map: ids of the finder's words. */
export interface About {
  activity?: string | null;
  condition?: string | null;
  /** Null where it holds for all of them. */
  family: string | null;
}

export interface Choice {
  id: string;
  text: string;
  /** The piece that it names. */
  ref?: string | null;
}

/** What a card rests on: one value, as it is spoken, with who says so. */
export interface CardFact {
  ref?: string | null;
  attribute: string;
  label: string;
  value: Scalar;
  text: string;
  /** Beside those of the catalogue: a rule of the trade, or somebody's answer. */
  provenance: Provenance | "rule" | "answer";
  /** An address, or the name of who says so. */
  source: string;
}

/** `GET /api/v1/training`. */
export interface Training {
  revision: number;
  /** RFC 3339, UTC. */
  as_of: string;
  lang: string;
  cards: Card[];
}

/** From "again" to "easy". */
export type Rating = 1 | 2 | 3 | 4;

/** One answer, as the server and the outbox have it. */
export interface Review {
  card: string;
  version: string;
  rating: Rating;
  correct: boolean;
  /** RFC 3339. */
  at: string;
}

/** A place of the map: how many cards it has, and how many are known; of a team, how many people know it. */
export interface MapCell {
  about: About;
  cards: number;
  /** Null where the team is too small to be counted without naming anybody. */
  proven: number | null;
}
