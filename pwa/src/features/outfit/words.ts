/** What the screen says of a place and its piece. */
import type { OutfitPlace, ToldPiece } from "../../finder/outfit";
import { dotted } from "../../lib/dotted";
import { capital, money, number } from "../../lib/format";
import { snapshot, t } from "../../state";
import { slotOf } from "./state";

export const labelOf = (slot: string): string => slotOf(slot)?.label ?? slot;

/** "la doudoune, le bonnet" as words in a row. */
export const labels = (slots: readonly string[]): string =>
  slots.map((slot) => labelOf(slot).toLocaleLowerCase()).join(", ");

export const price = (cents: number): string => money(cents, snapshot.value?.shop.currency ?? "EUR");

/** "+60 €", "−12 €", "même prix". */
export function difference(cents: number): string {
  if (cents === 0) return t("outfit.swap.same");
  return `${cents > 0 ? "+" : "\u2212"}\u2060${price(Math.abs(cents))}`;
}

/** "3,6 kg", and of how many pieces it is known where not of all. */
export function weight(grams: number, weighed: number, pieces: number): string {
  if (weighed === 0) return "";
  const text = `${number(grams / 1000, { maximumFractionDigits: 1 })}\u00a0kg`;
  return weighed < pieces
    ? t("outfit.weight.some", { weight: text, n: weighed })
    : t("outfit.weight", { weight: text });
}

/** "taille M · 2 ici": the size and the stock of the variant proposed. */
export function variantLine(piece: ToldPiece): string {
  const size = piece.size_to_choose ? t("outfit.size.choose") : isOne(piece.size) ? "" : sizeWord(piece.size);
  return dotted(size, stockWord(piece));
}

const isOne = (size: string | null): boolean => size === null || /^(TU|U)$/i.test(size);

const sizeWord = (size: string | null): string => t("outfit.size", { size: size ?? "" });

function stockWord(piece: ToldPiece): string {
  if (piece.stock === null) return t("outfit.stock.unknown");
  return piece.stock > 0 ? t("outfit.stock", { n: piece.stock }) : t("outfit.stock.gone");
}

/** Why a place is empty, in a few words. */
export function emptyWord(place: OutfitPlace): string {
  const slot = place.filled_by === null ? "" : labelOf(place.filled_by).toLocaleLowerCase();
  return t(`outfit.empty.${place.empty_reason ?? "range"}`, { slot });
}

export const whyOf = (place: OutfitPlace): string => capital(slotOf(place.id)?.rows[place.row]?.why ?? "");
