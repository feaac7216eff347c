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

/** A page of the trail; `cursor` is where the page before ended. */
export async function fetchTrail(cursor: string, signal?: AbortSignal): Promise<Trail> {
  const query = new URLSearchParams({ limit: "100", ...(cursor ? { cursor } : {}) });
  const answer = await ask(`/api/v1/audit?${query}`, { accept: isTrail, ...(signal ? { signal } : {}) });
  if (!answer.changed) throw new TypeError("the trail is never unchanged");
  return answer.data;
}
