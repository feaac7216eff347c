import type { ComponentChildren } from "preact";
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

/** What is shown of a long list: words, choices, and how many remain. */
export function FilterBar({ searchLabel, search, onSearch, filters = [], onFilter, count, children }: Props) {
  return (
    <search class={style.bar}>
      <div class={style.search}>
        <Field label={searchLabel} kind="search" value={search} onInput={onSearch} isSearch />
      </div>
      {filters.map(({ id, label, value, choices }) => (
        <div key={id} class={style.filter}>
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
