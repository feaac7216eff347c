/** The server's endpoints that the phone uses, with the shape each must have. */
import type { Snapshot, Stock } from "../catalogue/types";
import { type Answer, ask, isRecord, send } from "./net";

export interface Session {
  person: { id: string; name: string; role: Role };
  shop: { id: string; name: string };
  device: { id: string };
}

export type Role = "seller" | "manager" | "merchandiser" | "administrator";

const BASE = "/api/v1";
/** A catalogue is a few hundred kilobytes: give a bad network the time to bring it. */
const DOCUMENT_TIMEOUT_MS = 60_000;

const hasText = (data: unknown, key: string): boolean => isRecord(data) && typeof data[key] === "string";

export function isSession(data: unknown): data is Session {
  if (!isRecord(data)) return false;
  const { person, shop, device } = data;
  return (
    hasText(person, "id") &&
    hasText(person, "name") &&
    hasText(person, "role") &&
    hasText(shop, "id") &&
    hasText(device, "id")
  );
}

export function isSnapshot(data: unknown): data is Snapshot {
  return (
    isRecord(data) &&
    data.format === 1 &&
    typeof data.revision === "number" &&
    Array.isArray(data.products) &&
    isRecord(data.finder) &&
    hasText(data.shop, "id")
  );
}

export function isStock(data: unknown): data is Stock {
  return isRecord(data) && typeof data.shop === "string" && typeof data.as_of === "string" && isRecord(data.levels);
}

export function fetchSnapshot(
  shop: string,
  lang: string,
  etag?: string,
  signal?: AbortSignal,
): Promise<Answer<Snapshot>> {
  return ask(`${BASE}/shops/${encodeURIComponent(shop)}/snapshot?lang=${lang}`, {
    etag,
    ...(signal ? { signal } : {}),
    timeoutMs: DOCUMENT_TIMEOUT_MS,
    accept: isSnapshot,
  });
}

export function fetchStock(shop: string, etag?: string, signal?: AbortSignal): Promise<Answer<Stock>> {
  return ask(`${BASE}/shops/${encodeURIComponent(shop)}/stock`, {
    etag,
    ...(signal ? { signal } : {}),
    accept: isStock,
  });
}

export const fetchSession = (): Promise<Session> => sessionFrom(ask(`${BASE}/session`, { accept: isSession }));

/** Trade an invitation for a session on this phone. */
export const enrol = (invitation: string, name: string): Promise<Session> =>
  sessionFrom(
    ask(`${BASE}/enrolments`, { method: "POST", body: { invitation, ...(name ? { name } : {}) }, accept: isSession }),
  );

/** One tap into the demonstration; only the demonstration answers. */
export const enterDemonstration = (role: Role): Promise<Session> =>
  sessionFrom(ask(`${BASE}/demonstration/entries`, { method: "POST", body: { role }, accept: isSession }));

export const endSession = (): Promise<void> => send(`${BASE}/session`, { method: "DELETE" });

async function sessionFrom(answer: Promise<Answer<Session>>): Promise<Session> {
  const given = await answer;
  // No ETag was sent, so "unchanged" cannot be an answer.
  if (!given.changed) throw new TypeError("a session is never unchanged");
  return given.data;
}
