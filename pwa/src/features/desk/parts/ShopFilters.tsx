import type { ComponentChildren } from "preact";
import { capital } from "../../../lib/format";
import { categories, t } from "../../../state";
import { type Filter, FilterBar } from "./FilterBar";
import { useRested } from "./useRested";
import type { Shops } from "./useShops";

/** What narrows a list of a shop's pieces, as it stands in the address. */
export interface ShopListed {
  shop?: string;
  q?: string;
  category?: string;
}

interface Props<Listed> {
  listed: Listed;
  shops: Shops;
  /** What else the room narrows by. */
  more: readonly Filter[];
  /** How many pieces are left, in words. */
  count: string;
  onShow: (listed: Listed) => void;
  children?: ComponentChildren;
}

/** Which pieces of which shop: words, category, and what the room adds. */
export function ShopFilters<Listed extends ShopListed>(props: Props<Listed>) {
  const { listed, shops, more, count, onShow, children } = props;
  const [search, setSearch] = useRested(listed.q ?? "", (q) => onShow({ ...listed, q }));
  return (
    <FilterBar
      searchLabel={t("desk.filter.pieces")}
      search={search}
      onSearch={setSearch}
      filters={[...shopFilter(shops), categoryFilter(listed.category), ...more]}
      onFilter={(id, value) => onShow({ ...listed, [id]: value })}
      count={count}
    >
      {children}
    </FilterBar>
  );
}

const shopFilter = ({ id: value, all }: Shops): Filter[] =>
  all.length > 1
    ? [
        {
          id: "shop",
          label: t("desk.filter.shop"),
          value,
          choices: all.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]
    : [];

function categoryFilter(value = ""): Filter {
  const kinds = [...categories.value.values()].map(({ id, plural }) => ({ value: id, label: capital(plural) }));
  return {
    id: "category",
    label: t("desk.filter.category"),
    value,
    choices: [
      { value: "", label: t("desk.filter.category.any") },
      ...kinds.sort((one, other) => one.label.localeCompare(other.label)),
    ],
  };
}
