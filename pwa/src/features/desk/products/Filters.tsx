import { Chip, Chips } from "../../../components/Chip";
import type { DeskLines, Facet } from "../../../lib/apiProducts";
import { capital } from "../../../lib/format";
import { t } from "../../../state";
import { FilterBar } from "../parts/FilterBar";
import { SavedViews } from "../parts/SavedViews";
import { useRested } from "../parts/useRested";
import { FILTERS, type FilterName, type Listed } from "./list";

interface Props {
  listed: Listed;
  lines: DeskLines | undefined;
  /** Beside an open product: the few filters that one works with. */
  narrow: boolean;
  onShow: (listed: Listed) => void;
}

const NARROW: ReadonlySet<FilterName> = new Set(["category", "missing"]);

/** What of the range is shown: each choice says how many it would leave. */
export function Filters({ listed, lines, narrow, onShow }: Props) {
  const [search, setSearch] = useRested(listed.q ?? "", (q) => onShow(given({ ...listed, q })));
  const filters = FILTERS.filter((id) => !narrow || NARROW.has(id) || listed[id]).map((id) => ({
    id,
    label: t(`products.filter.${id}`),
    value: listed[id] ?? "",
    choices: choicesOf(id, lines?.facets[id] ?? [], listed[id]),
  }));
  const turn = (name: "without_photo") => onShow(given({ ...listed, [name]: listed[name] ? "" : "true" }));
  return (
    <FilterBar
      searchLabel={t("products.search")}
      search={search}
      onSearch={setSearch}
      filters={filters}
      onFilter={(id, value) => onShow(given({ ...listed, [id]: value }))}
      count={lines ? t("products.count", { n: lines.total }) : ""}
    >
      <Chips label={t("products.filter.more")}>
        <Chip on={Boolean(listed.without_photo)} onClick={() => turn("without_photo")}>
          {t("products.filter.without_photo")}
        </Chip>
        {listed.changed_since && (
          <Chip on onClick={() => onShow(given({ ...listed, changed_since: "" }))}>
            {t("products.filter.changed_since", { revision: listed.changed_since })}
          </Chip>
        )}
      </Chips>
      <SavedViews room="products" now={listed as Record<string, string>} onOpen={(query) => onShow(query)} />
    </FilterBar>
  );
}

const given = (listed: Record<string, string>): Listed =>
  Object.fromEntries(Object.entries(listed).filter(([, value]) => value));

/** A chosen value stays in the list even where nothing is left of it. */
function choicesOf(id: FilterName, facets: readonly Facet[], value: string | undefined) {
  const rows = facets.map((each) => ({
    value: each.id,
    label: t("products.filter.choice", { label: nameOf(id, each), n: each.count }),
  }));
  const gone = value && !facets.some((each) => each.id === value) ? [{ value, label: value }] : [];
  return [{ value: "", label: t(`products.filter.${id}.all`) }, ...gone, ...rows];
}

const nameOf = (id: FilterName, each: Facet): string =>
  capital(id === "audience" ? t(`audience.${each.id}`) : each.label);
