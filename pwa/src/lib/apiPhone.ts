/** What the server answers a phone at the door: an invitation, and the turns on a phone that people share. */
import { isSession, type Opened } from "./api";
import type { components } from "./api-types";
import { type Answer, ask, isRecord, send } from "./net";

type Schemas = components["schemas"];
/** A shared phone and who may take it. */
export type SharedPhone = Schemas["Phone"];
/** What an invitation would bring on this phone. */
export type Offer = Schemas["Offer"];

const BASE = "/api/v1";
/** A person waits with the phone in the hand: after this the phone decides by itself, where it can. */
const TURN_TIMEOUT_MS = 6_000;

/** A session without the other half is one on a phone of one's own. */
const isOpened = (data: unknown): data is Opened => isSession(data);
const isOffer = (data: unknown): data is Offer =>
  isRecord(data) && typeof data.shared === "boolean" && isRecord(data.shop);
const isPhone = (data: unknown): data is SharedPhone =>
  isRecord(data) && typeof data.id === "string" && Array.isArray(data.people);

/** Look at an invitation without using it up. */
export const look = (invitation: string): Promise<Offer> =>
  given(ask(`${BASE}/enrolments/look`, { method: "POST", body: { invitation }, accept: isOffer }));

/** Trade an invitation for a session on this phone; `pin` where the phone is shared. */
export const enrol = (invitation: string, name: string, pin?: string): Promise<Opened> => {
  const body = { invitation, ...(name ? { name } : {}), ...(pin ? { pin } : {}) };
  return given(ask(`${BASE}/enrolments`, { method: "POST", body, accept: isOpened }));
};

export const fetchPhone = (): Promise<SharedPhone> => given(ask(`${BASE}/phone`, { accept: isPhone }));

/** Take the shared phone with the code. */
export const takePhone = (person: string, pin: string): Promise<Opened> =>
  given(
    ask(`${BASE}/phone/session`, {
      method: "POST",
      body: { person, pin },
      timeoutMs: TURN_TIMEOUT_MS,
      accept: isOpened,
    }),
  );

/** Take somebody off this shared phone. */
export const leavePhone = (person: string): Promise<void> =>
  send(`${BASE}/phone/people/${encodeURIComponent(person)}`, { method: "DELETE" });

export const changePin = (pin: string, new_pin: string): Promise<void> =>
  send(`${BASE}/phone/pin`, { method: "PUT", body: { pin, new_pin } });

async function given<T>(answer: Promise<Answer<T>>): Promise<T> {
  const got = await answer;
  // No ETag was sent, so "unchanged" cannot be an answer.
  if (!got.changed) throw new TypeError("nothing was asked that could be unchanged");
  return got.data;
}
