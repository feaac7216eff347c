import type { RoomProps } from "../rooms";
import { Board } from "./Board";
import { Changes } from "./Changes";
import { Plan } from "./Plan";

/** What a shop carries and asks: changed by piece, by rule or by file, at once or at an hour. */
export default function PricesRoom({ id, query, mayWrite }: RoomProps) {
  if (id === "changes") return <Changes wanted={query.shop} mayWrite={mayWrite} />;
  if (id === "plan" && query.import) return <Plan importId={query.import} />;
  return <Board query={query} mayWrite={mayWrite} />;
}
