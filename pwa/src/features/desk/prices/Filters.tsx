import { useEffect, useState } from "preact/hooks";
import type { Prices } from "../../../lib/apiPrices";
import { capital, number } from "../../../lib/format";
import { categories, t } from "../../../state";
import { FilterBar } from "../parts/FilterBar";
import { SavedViews } from "../parts/SavedViews";
import type { Shops } from "../parts/useShops";
import type { Listed } from "./Board";

/** How long a word rests before it is looked up. */
const REST_MS = 250;
const STATES = ["reduced", "above", "unproven", "plain"] as const;

interface Props {
  listed: Listed;
  shops: Shops;
  first: Prices | undefined;
  onShow: (listed: Listed) => void;
}

/** Which pieces: words, category, carried or not, and what is announced of their prices. */
export function Filters({ listed, shops, first, onShow }: Props) {
  const [search, setSearch] = useState(listed.q ?? "");
  useEffect(() => {
    if (search === (listed.q ?? "")) return undefined;
    const timer = setTimeout(() => onShow({ ...listed, q: search }), REST_MS);
    return () => clearTimeout(timer);
  }, [search]);
  const kinds = [...categories.value.values()].map(({ id, plural }) => ({ value: id, label: capital(plural) }));
  const choice = (id: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`prices.${id}.${value || "any"}`) }));
  const filters = [
    ...(shops.all.length > 1
      ? [
          {
            id: "shop",
            label: t("prices.shop"),
            value: shops.id,
            choices: shops.all.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
    {
      id: "category",
      label: t("prices.category"),
      value: listed.category ?? "",
      choices: [
        { value: "", label: t("prices.category.any") },
        ...kinds.sort((one, other) => one.label.localeCompare(other.label)),
      ],
    },
    {
      id: "carried",
      label: t("prices.assortment"),
      value: listed.carried ?? "",
      choices: choice("carried", ["", "no", "all"]),
    },
    { id: "state", label: t("prices.announced"), value: listed.state ?? "", choices: choice("state", ["", ...STATES]) },
  ];
  return (
    <FilterBar
      searchLabel={t("prices.search")}
      search={search}
      onSearch={setSearch}
      filters={filters}
      onFilter={(id, value) => onShow({ ...listed, [id]: value })}
      count={first ? t("prices.count", { n: first.products, of: number(first.variants) }) : ""}
    >
      <SavedViews room="prices" now={listed as Record<string, string>} onOpen={(query) => onShow(query)} />
    </FilterBar>
  );
}
