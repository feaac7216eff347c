import type { Stocked } from "../../../lib/apiStock";
import { t } from "../../../state";
import { ShopFilters } from "../parts/ShopFilters";
import type { Shops } from "../parts/useShops";
import type { Listed } from "./Board";

const STATES = ["", "here", "none", "uncounted", "old", "doubt"] as const;

interface Props {
  listed: Listed;
  shops: Shops;
  first: Stocked | undefined;
  onShow: (listed: Listed) => void;
}

/** Which pieces: words, category, and what is known of their number. */
export function Filters({ listed, shops, first, onShow }: Props) {
  return (
    <ShopFilters
      listed={listed}
      shops={shops}
      more={[
        {
          id: "state",
          label: t("stock.state"),
          value: listed.state ?? "",
          choices: STATES.map((value) => ({ value, label: t(`stock.state.${value || "any"}`) })),
        },
      ]}
      count={first ? t("stock.listed", { n: first.products }) : ""}
      onShow={onShow}
    />
  );
}
