/** Which shop a room speaks of: the address says it, else the person's own. */
import { fetchShops, type ShopName } from "../../../lib/apiPrices";
import { keepsRange, lang, shopId } from "../../../state";
import { useAsked } from "./useAsked";

export interface Shops {
  /** The shop of the room; empty until it is known. */
  id: string;
  shop: ShopName | undefined;
  /** Those that this person may look at. */
  all: readonly ShopName[];
}

export function useShops(wanted: string | undefined): Shops {
  const { data = [] } = useAsked(`shops ${lang.value}`, fetchShops);
  const own = shopId.value ?? "";
  const all = keepsRange.value ? data : data.filter(({ id }) => id === own);
  const id = (keepsRange.value && wanted) || own;
  return { id, shop: all.find((each) => each.id === id), all };
}
