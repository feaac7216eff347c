/**
 * How well each piece answers one word or phrase: one number a piece.
 *
 * Arrays of numbers instead of an object a piece: a hundred thousand variants stay within a frame.
 */
import type { Reading } from "./terms";

/** The best of any of the readings, or of a phrase whose words the piece all has. */
export function scored(pieces: number, any: readonly Reading[], each: readonly (readonly Reading[])[]): Float32Array {
  const best = bestOf(pieces, any);
  if (each.length === 0) return best;
  const [all = best, ...others] = each.map((readings) => bestOf(pieces, readings));
  for (const other of others) lower(all, other);
  for (let piece = 0; piece < pieces; piece += 1) best[piece] = Math.max(best[piece] as number, all[piece] as number);
  return best;
}

/** Keep the smaller of two numbers for each piece. */
function lower(kept: Float32Array, other: Float32Array): void {
  for (let piece = 0; piece < kept.length; piece += 1)
    kept[piece] = Math.min(kept[piece] as number, other[piece] as number);
}

function bestOf(pieces: number, readings: readonly Reading[]): Float32Array {
  const best = new Float32Array(pieces);
  // A word that few pieces have says more, whatever it is read as.
  const having = readings.reduce((sum, { posting }) => sum + posting.pieces.length, 0);
  const rarity = Math.log(1 + pieces / Math.max(1, having));
  for (const { posting, likeness } of readings) {
    const worth = likeness * rarity;
    for (let at = 0; at < posting.pieces.length; at += 1) {
      const piece = posting.pieces[at] as number;
      const score = worth * (posting.weights[at] as number);
      if (score > (best[piece] as number)) best[piece] = score;
    }
  }
  return best;
}
