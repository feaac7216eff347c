/** What changes of a piece's published photos: only the cells that differ are sent. */
import type { PhotoChange, PhotoOfPiece, PhotoPiece } from "../../../lib/apiPhotos";

export type Edited = PhotoOfPiece & { removed: boolean };

export const editedOf = ({ photos }: PhotoPiece): Edited[] => photos.map((photo) => ({ ...photo, removed: false }));

/** A photo in another place; the places are counted anew, from 1. */
export function movedTo(photos: readonly Edited[], from: number, to: number): Edited[] {
  const rest = photos.filter((_, at) => at !== from);
  const moved = photos[from];
  if (!moved) return [...photos];
  return [...rest.slice(0, to), moved, ...rest.slice(to)].map((photo, at) => ({ ...photo, position: at + 1 }));
}

const FIELDS = ["focus_x", "focus_y"] as const;

/**
 * What makes the photos of a piece into these.
 *
 * Places are told of all or of none: those shown are counted from 1, those that are kept may have gaps.
 */
export function changesOf({ ref, photos }: PhotoPiece, edited: readonly Edited[]): PhotoChange[] {
  const before = new Map(photos.map((photo) => [photo.photo, photo]));
  const isMoved = edited.some(({ photo, position }) => before.get(photo)?.position !== position);
  return edited.flatMap((after): PhotoChange[] => {
    const was = before.get(after.photo);
    if (!was) return [];
    if (after.removed) return [{ ref, photo: after.photo, remove: true }];
    const fields = Object.fromEntries(
      FIELDS.filter((name) => was[name] !== after[name]).map((name) => [name, after[name]]),
    );
    const alt = Object.fromEntries(Object.entries(after.alt).filter(([lang, text]) => (was.alt[lang] ?? "") !== text));
    const change = {
      ...fields,
      ...(isMoved ? { position: after.position } : {}),
      ...(Object.keys(alt).length > 0 ? { alt } : {}),
    };
    return Object.keys(change).length > 0 ? [{ ref, photo: after.photo, ...change }] : [];
  });
}
