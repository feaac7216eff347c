/** Which photo stands for a piece; the twin of `photo_of` in catalog/photographed.py. */
import type { Photo, Product } from "./types";

/** The photo of this colour, else one that is good for all; never another colour's. */
export const photoOf = ({ photos = [] }: Pick<Product, "photos">, colour: number): Photo | undefined =>
  photos.find((photo) => photo.colour === colour) ?? photos.find((photo) => photo.colour === null);
