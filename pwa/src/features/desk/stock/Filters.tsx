import { useEffect, useState } from "preact/hooks";
import type { Stocked } from "../../../lib/apiStock";
import { capital } from "../../../lib/format";
import { categories, t } from "../../../state";
import { FilterBar } from "../parts/FilterBar";
import type { Shops } from "../parts/useShops";
import type { Listed } from "./Board";

/** How long a word rests before it is looked up. */
const REST_MS = 250;
const STATES = ["", "here", "none", "uncounted", "old", "doubt"] as const;

interface Props {
  listed: Listed;
  shops: Shops;
  first: Stocked | undefined;
  onShow: (listed: Listed) => void;
}

/** Which pieces: words, category, and what is known of their number. */
export function Filters({ listed, shops, first, onShow }: Props) {
  const [search, setSearch] = useState(listed.q ?? "");
  useEffect(() => {
    if (search === (listed.q ?? "")) return undefined;
    const timer = setTimeout(() => onShow({ ...listed, q: search }), REST_MS);
    return () => clearTimeout(timer);
  }, [search]);
  const kinds = [...categories.value.values()].map(({ id, plural }) => ({ value: id, label: capital(plural) }));
  const ofShop = {
    id: "shop",
    label: t("stock.shop"),
    value: shops.id,
    choices: shops.all.map(({ id, name }) => ({ value: id, label: name })),
  };
  const filters = [
    ...(shops.all.length > 1 ? [ofShop] : []),
    {
      id: "category",
      label: t("stock.category"),
      value: listed.category ?? "",
      choices: [
        { value: "", label: t("stock.category.any") },
        ...kinds.sort((one, other) => one.label.localeCompare(other.label)),
      ],
    },
    {
      id: "state",
      label: t("stock.state"),
      value: listed.state ?? "",
      choices: STATES.map((value) => ({ value, label: t(`stock.state.${value || "any"}`) })),
    },
  ];
  return (
    <FilterBar
      searchLabel={t("stock.search")}
      search={search}
      onSearch={setSearch}
      filters={filters}
      onFilter={(id, value) => onShow({ ...listed, [id]: value })}
      count={first ? t("stock.listed", { n: first.products }) : ""}
    />
  );
}
