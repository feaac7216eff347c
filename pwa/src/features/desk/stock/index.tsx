import type { RoomProps } from "../rooms";
import { Board } from "./Board";
import { PaperPage } from "./PaperPage";

/** What was counted in a shop, and what came: claims with their time, never part of the catalogue. */
export default function StockRoom({ id, query }: RoomProps) {
  if (id === "delivery" || id === "count") return <PaperPage key={id} kind={id} wanted={query.shop} />;
  return <Board query={query} />;
}
