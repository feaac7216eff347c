import type { Prices } from "../../../lib/apiPrices";
import { t } from "../../../state";
import { SavedViews } from "../parts/SavedViews";
import { ShopFilters } from "../parts/ShopFilters";
import type { Shops } from "../parts/useShops";
import type { Listed } from "./Board";

const CARRIED = ["", "no", "all"] as const;
const STATES = ["", "reduced", "above", "unproven", "plain"] as const;

interface Props {
  listed: Listed;
  shops: Shops;
  first: Prices | undefined;
  onShow: (listed: Listed) => void;
}

/** Which pieces: words, category, carried or not, and what is announced of their prices. */
export function Filters({ listed, shops, first, onShow }: Props) {
  const choices = (id: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`prices.${id}.${value || "any"}`) }));
  return (
    <ShopFilters
      listed={listed}
      shops={shops}
      more={[
        {
          id: "carried",
          label: t("prices.assortment"),
          value: listed.carried ?? "",
          choices: choices("carried", CARRIED),
        },
        { id: "state", label: t("prices.announced"), value: listed.state ?? "", choices: choices("state", STATES) },
      ]}
      count={first ? t("prices.count", { n: first.products, sizes: t("prices.sizes.all", { n: first.variants }) }) : ""}
      onShow={onShow}
    >
      <SavedViews room="prices" now={listed as Record<string, string>} onOpen={(query) => onShow(query)} />
    </ShopFilters>
  );
}
