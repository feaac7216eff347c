/** Who did what, newest first. */
import { ask, isRecord } from "./net";

/** One deed; `details` are counts and names of things. */
export interface Deed {
  id: string;
  at: string;
  action: string;
  /** Id of what it was done to. */
  subject: string;
  author: string;
  /** Empty for the command line and for what the server does by itself. */
  role: string;
  shop: string;
  details: Readonly<Record<string, unknown>>;
}

export interface Trail {
  items: readonly Deed[];
  next_cursor: string | null;
}

const isTrail = (data: unknown): data is Trail => isRecord(data) && Array.isArray(data.items);

/** What is looked for in the trail; what is left out leaves all in. */
export interface WantedDeeds {
  q?: string;
  kind?: string;
  /** A name; an empty one is the server itself. */
  author?: string;
  /** The reference of a piece. */
  piece?: string;
  /** Days: "2026-11-23". */
  since?: string;
  until?: string;
}

/** A page of the trail; `cursor` is where the page before ended. */
export async function fetchTrail(
  cursor: string,
  wanted: WantedDeeds = {},
  limit = 100,
  signal?: AbortSignal,
): Promise<Trail> {
  const query = new URLSearchParams({ limit: String(limit), ...wanted, ...(cursor ? { cursor } : {}) });
  const answer = await ask(`/api/v1/audit?${query}`, { accept: isTrail, ...(signal ? { signal } : {}) });
  if (!answer.changed) throw new TypeError("the trail is never unchanged");
  return answer.data;
}

const isNames = (data: unknown): data is { items: readonly string[] } => isRecord(data) && Array.isArray(data.items);

/** Who has done something, by name; an empty name is the server itself. */
export async function fetchAuthors(signal?: AbortSignal): Promise<readonly string[]> {
  const answer = await ask("/api/v1/audit/authors", { accept: isNames, ...(signal ? { signal } : {}) });
  return answer.changed ? answer.data.items : [];
}
