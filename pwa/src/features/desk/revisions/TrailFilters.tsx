import { Chip, Chips } from "../../../components/Chip";
import { fetchAuthors } from "../../../lib/apiAudit";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import { FilterBar } from "../parts/FilterBar";
import { SavedViews } from "../parts/SavedViews";
import { useAsked } from "../parts/useAsked";
import { useRested } from "../parts/useRested";
import style from "./revisions.module.css";
import { KINDS, type Looked, namesOf } from "./trail";

interface Props {
  looked: Looked;
  /** What the piece is called that one looks at. */
  piece: string | undefined;
  count: string;
  onShow: (looked: Looked) => void;
}

/** Whose deeds, about what, when, with which words. */
export function TrailFilters({ looked, piece, count, onShow }: Props) {
  const [search, setSearch] = useRested(looked.q ?? "", (q) => onShow({ ...looked, q }));
  const { data: authors = [] } = useAsked("authors of the trail", fetchAuthors);
  return (
    <FilterBar
      searchLabel={t("revisions.trail.search")}
      search={search}
      onSearch={setSearch}
      filters={[
        {
          id: "author",
          label: t("revisions.trail.who"),
          value: looked.author ?? "",
          choices: withAny("who", kept(namesOf(authors), looked.author)),
        },
        {
          id: "kind",
          label: t("revisions.trail.about"),
          value: looked.kind ?? "",
          choices: withAny(
            "about",
            KINDS.map((kind) => ({ value: kind, label: t(`revisions.trail.kind.${kind}`) })),
          ),
        },
      ]}
      onFilter={(id, value) => onShow({ ...looked, [id]: value })}
      count={count}
    >
      <div class={style.days}>
        {(["since", "until"] as const).map((end) => (
          <Field
            key={end}
            kind="date"
            label={t(`revisions.trail.${end}`)}
            value={looked[end] ?? ""}
            onInput={(value) => onShow({ ...looked, [end]: value })}
          />
        ))}
        {looked.piece && (
          <Chips label={t("revisions.trail.narrowed")}>
            <Chip on onClick={() => onShow({ ...looked, piece: "" })}>
              {t("revisions.trail.piece", { name: piece ?? looked.piece })}
            </Chip>
          </Chips>
        )}
      </div>
      <SavedViews room="trail" now={looked as Record<string, string>} onOpen={onShow} />
    </FilterBar>
  );
}

interface Named {
  value: string;
  label: string;
}

const withAny = (id: string, choices: readonly Named[]): Named[] => [
  { value: "", label: t(`revisions.trail.${id}.any`) },
  ...choices,
];

/** A name that came with the address stays in the list until the others are here. */
const kept = (names: readonly Named[], chosen: string | undefined): readonly Named[] =>
  chosen && !names.some(({ value }) => value === chosen) ? [{ value: chosen, label: chosen }, ...names] : names;
