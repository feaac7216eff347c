import { SlidersHorizontal } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { isWide } from "../../../components/useWide";
import { t } from "../../../state";
import { Field } from "./Field";
import style from "./FilterBar.module.css";

export interface Filter {
  id: string;
  label: string;
  /** Empty: not filtered. */
  value: string;
  /** The first is "all". */
  choices: readonly { value: string; label: string }[];
}

interface Props {
  /** What the field searches in: "Nom, référence, GTIN". */
  searchLabel: string;
  search: string;
  onSearch: (text: string) => void;
  filters?: readonly Filter[];
  onFilter?: (id: string, value: string) => void;
  /** How many rows are left: "42 produits"; said to a screen reader when it changes. */
  count: string;
  /** Saved views, or what else stands below. */
  children?: ComponentChildren;
}

/** What is shown of a long list: words, choices, and how many remain. On a phone several choices are folded away. */
export function FilterBar({ searchLabel, search, onSearch, filters = [], onFilter, count, children }: Props) {
  const [open, setOpen] = useState(false);
  const isNarrow = !isWide.value && filters.length > 1;
  return (
    <search class={`${style.bar} ${isNarrow ? style.narrow : ""}`}>
      <div class={style.search}>
        <Field label={searchLabel} kind="search" value={search} onInput={onSearch} isSearch />
      </div>
      {isNarrow && <Toggle chosen={filters.filter(isChosen).length} open={open} onToggle={() => setOpen(!open)} />}
      {filters.map(({ id, label, value, choices }) => (
        <div key={id} class={`${style.filter} ${isNarrow && !open ? style.folded : ""}`}>
          <Field label={label} kind="choice" value={value} choices={choices} onInput={(next) => onFilter?.(id, next)} />
        </div>
      ))}
      <p class={style.count} role="status">
        {count}
      </p>
      {children && <div class={style.below}>{children}</div>}
    </search>
  );
}

/** The first choice is what a list shows by itself. */
const isChosen = ({ value, choices }: Filter): boolean => value !== (choices[0]?.value ?? "");

function Toggle({ chosen, open, onToggle }: { chosen: number; open: boolean; onToggle: () => void }) {
  return (
    <button type="button" class={style.toggle} aria-expanded={open} onClick={onToggle}>
      <SlidersHorizontal aria-hidden="true" />
      {chosen > 0 ? t("desk.filter.chosen", { n: chosen }) : t("desk.filter.more")}
    </button>
  );
}
