/** The photo room, as the server answers the merchandiser. */
import type { components } from "./api-types";
import { ask, isRecord, send, upload } from "./net";

type Schemas = components["schemas"];
/** A photo that waits: what is proposed for it, or what a person has decided. */
export type PhotoDraft = Schemas["PhotoDraft"];
export type PhotoDecision = Schemas["PhotoDecision"];
/** A published piece with its photos, and the colours that lack one. */
export type PhotoPiece = Schemas["PhotoPiece"];
export type PhotoOfPiece = Schemas["PhotoOfPiece"];
export type PhotoPieces = Schemas["PhotoPieces"];
export type PhotoChange = Schemas["PhotoChange"];

const BASE = "/api/v1/photos";

const isDraft = (data: unknown): data is PhotoDraft =>
  isRecord(data) && typeof data.id === "string" && typeof data.photo === "string";

const isDrafts = (data: unknown): data is Schemas["PhotoDrafts"] =>
  isRecord(data) && Array.isArray(data.items) && data.items.every(isDraft);

const isPieces = (data: unknown): data is PhotoPieces => isRecord(data) && Array.isArray(data.items);

const isTried = (data: unknown): data is Schemas["PhotoTried"] => isRecord(data) && typeof data.import_id === "string";

/** The address of a photo's file. */
export const photoFile = (photo: string, width: 320 | 640, kind = "webp"): string => `/media/${photo}/${width}.${kind}`;

/** Bring a photo; `onProgress` is told what share of its bytes has left. */
export function dropPhoto(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<PhotoDraft> {
  const form = new FormData();
  form.append("file", file, file.name);
  return upload(`${BASE}/drafts`, { form, onProgress, signal, accept: isDraft });
}

/** The photos that wait for a decision, by the name of their file. */
export async function fetchDrafts(signal: AbortSignal): Promise<readonly PhotoDraft[]> {
  const answer = await ask(`${BASE}/drafts`, { signal, accept: isDrafts });
  return answer.changed ? answer.data.items : [];
}

/** Keep what was decided of a photo; gives it back with what follows from that. */
export async function decidePhoto(id: string, decision: PhotoDecision): Promise<PhotoDraft> {
  const path = `${BASE}/drafts/${encodeURIComponent(id)}`;
  const answer = await ask(path, { method: "PATCH", body: decision, accept: isDraft });
  if (!answer.changed) throw new TypeError("a decision is never unchanged");
  return answer.data;
}

export const giveUpPhoto = (id: string): Promise<void> =>
  send(`${BASE}/drafts/${encodeURIComponent(id)}`, { method: "DELETE" });

/** Try out photos that wait and changes to published ones; gives the dry run's id. */
export async function tryPhotos(drafts: readonly string[], changes: readonly PhotoChange[] = []): Promise<string> {
  const answer = await ask(`${BASE}/trials`, { method: "POST", body: { drafts, changes }, accept: isTried });
  if (!answer.changed) throw new TypeError("a trial is never unchanged");
  return answer.data.import_id;
}

export interface PiecesAsked {
  q?: string;
  /** Only pieces with a colour that has no photo. */
  without?: boolean;
  cursor?: string;
  limit?: number;
}

export async function fetchPhotoPieces(asked: PiecesAsked, lang: string, signal: AbortSignal): Promise<PhotoPieces> {
  const query = new URLSearchParams({ lang, limit: String(asked.limit ?? 50) });
  if (asked.q) query.set("q", asked.q);
  if (asked.without) query.set("without", "true");
  if (asked.cursor) query.set("cursor", asked.cursor);
  const answer = await ask(`${BASE}/pieces?${query}`, { signal, accept: isPieces });
  if (!answer.changed) throw new TypeError("no ETag was sent");
  return answer.data;
}
