import { ChevronDown } from "lucide-preact";
import { useState } from "preact/hooks";
import { Chip, Chips } from "../../components/Chip";
import { capital, money, number } from "../../lib/format";
import { categories, snapshot, t } from "../../state";
import { answerLabels } from "./entries";
import { bySize, FACETS, type Facet, type Narrowing, type Option } from "./facets";
import style from "./search.module.css";

interface Props {
  chosen: Narrowing;
  options: (facet: Facet) => Option[];
  onChoose: (facet: Facet, id: string | undefined) => void;
}

/** Narrow what was found: each choice says beforehand how many remain. */
export function FilterBar({ chosen, options, onChoose }: Props) {
  const [open, setOpen] = useState<Facet | null>(null);
  return (
    <div class={style.filters}>
      <div class={style.toggles}>
        {FACETS.map((facet) => (
          <button
            key={facet}
            type="button"
            class={`${style.toggle} ${chosen[facet] ? style.chosen : ""}`}
            aria-expanded={open === facet}
            onClick={() => setOpen(open === facet ? null : facet)}
          >
            <span>{chosen[facet] ? labelOf(facet, chosen[facet]) : t(`search.facet.${facet}`)}</span>
            <ChevronDown class={style.chevron} aria-hidden="true" />
          </button>
        ))}
      </div>
      {open && (
        <Choices
          facet={open}
          chosen={chosen[open]}
          options={options(open)}
          onChoose={(id) => {
            onChoose(open, id);
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}

interface ChoicesProps {
  facet: Facet;
  chosen: string | undefined;
  options: Option[];
  onChoose: (id: string | undefined) => void;
}

/** What has an order of its own; the others begin with the choice that leaves most. */
const ORDER: Partial<Record<Facet, (a: Option, b: Option) => number>> = {
  size: (a, b) => bySize(a.id, b.id),
  price: (a, b) => Number.parseInt(a.id, 10) - Number.parseInt(b.id, 10),
};

function Choices({ facet, chosen, options, onChoose }: ChoicesProps) {
  const sorted = [...options].sort(ORDER[facet] ?? ((a, b) => b.count - a.count));
  return (
    <Chips label={t(`search.facet.${facet}`)}>
      {chosen !== undefined && <Chip onClick={() => onChoose(undefined)}>{t(`search.all.${facet}`)}</Chip>}
      {sorted.map((option) => (
        <Chip
          key={option.id}
          on={option.id === chosen}
          onClick={() => onChoose(option.id === chosen ? undefined : option.id)}
        >
          {labelOf(facet, option.id)} <span class={style.quantity}>{number(option.count)}</span>
        </Chip>
      ))}
      {sorted.length === 0 && <p class={style.none}>{t(`search.no.${facet}`)}</p>}
    </Chips>
  );
}

/** What a choice is called. */
export function labelOf(facet: Facet, id: string): string {
  if (facet === "category") return capital(categories.value.get(id)?.plural ?? id);
  if (facet === "price") return bandLabel(id);
  if (facet === "size" || !snapshot.value) return id;
  return answerLabels(snapshot.value, facet).get(id) ?? id;
}

function bandLabel(id: string): string {
  const [from, to] = id.split("-").map(Number);
  if (!to) return t("search.price.from", { from: money(from ?? 0) });
  return from
    ? t("search.price.between", { from: money(from), to: money(to) })
    : t("search.price.to", { to: money(to) });
}
