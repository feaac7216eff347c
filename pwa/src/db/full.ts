/** By what a full phone is known. */

/** Chromium, where it is the disk that is full and not the share of one origin: in words, under names that mean anything. */
const NO_SPACE = /NO_SPACE|full disk/i;

/** True where the phone has no room left: nothing of the write is there. */
export const isFull = (cause: unknown): boolean =>
  cause instanceof Error && (cause.name === "QuotaExceededError" || NO_SPACE.test(cause.message));

/** True where the storage failed without saying why: a full disk closes it like that as well. */
export const mayBeFull = (cause: unknown): boolean =>
  isFull(cause) || (cause instanceof DOMException && cause.name === "UnknownError");
