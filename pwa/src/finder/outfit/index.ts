/** The whole outfit on the phone: the same answers as catalog/finder/outfit gives, held to the same bytes by shared cases. */
export { best, type Composer, candidates, complete, composer, type Settled } from "./compose";
export type { Piece } from "./pieces";
export type { Place, Rules } from "./plan";
export {
  type Alternative,
  alternatives,
  type EmptyReason,
  type Outfit,
  type OutfitPlace,
  type OutfitWay,
  report,
  type ToldPiece,
  wornIn,
} from "./report";
export type { State } from "./solve";
