/** What a shop has of one variant: the fold of all that was said of it. Pure; its twin is `server/stock/fold.py`. */

/** Why a number changed without anybody counting. */
export type Why = "sold" | "received" | "returned" | "moved" | "correction";

/** One thing said of a variant: a count (`why` null) or a difference. */
export interface Move {
  id: string;
  device: string;
  /** The place in the device's own order; 0 where a file said it, which has none. */
  seq: number;
  /** Milliseconds since 1970. */
  at: number;
  amount: number;
  why: Why | null;
}

/** The last count with its moment, and what became of it since: `sold` left, `moved` is all else, up or down. */
export interface Level {
  counted: number;
  counted_at: number;
  sold: number;
  moved: number;
  moved_at: number | null;
}

/** Pieces that should be here. More sold than counted is a wrong count, not a debt of the shelf. */
export const quantityOf = ({ counted, sold, moved }: Pick<Level, "counted" | "sold" | "moved">): number =>
  Math.max(0, counted - sold + moved);

/**
 * What is known after the moves, whatever the order they come in; null while nobody counted.
 *
 * A count takes the place of all before it; a difference counts where it happened at or after the count.
 */
export const fold = (level: Level | null, moves: readonly Move[]): Level | null => ordered(moves).reduce(after, level);

/**
 * The moves as they happened, the same for any order of arrival.
 *
 * By time, and within a device by its own numbers: a clock set back lets no later deed fall before an earlier one.
 */
export function ordered(moves: readonly Move[]): Move[] {
  const latest = new Map<string, number>();
  const placed = [...moves]
    .sort((a, b) => compare(a.device, b.device) || a.seq - b.seq || compare(a.id, b.id))
    .map((move) => {
      if (move.seq === 0) return move;
      const at = Math.max(move.at, latest.get(move.device) ?? move.at);
      latest.set(move.device, at);
      return { ...move, at };
    });
  return placed.sort((a, b) => a.at - b.at || compare(a.device, b.device) || a.seq - b.seq || compare(a.id, b.id));
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

function after(level: Level | null, { at, amount, why }: Move): Level | null {
  if (why === null)
    return level && at < level.counted_at
      ? level
      : { counted: amount, counted_at: at, sold: 0, moved: 0, moved_at: null };
  if (!level || at < level.counted_at) return level;
  const moved_at = Math.max(at, level.moved_at ?? at);
  if (why === "sold") return { ...level, sold: level.sold - amount, moved_at };
  return { ...level, moved: level.moved + amount, moved_at };
}
