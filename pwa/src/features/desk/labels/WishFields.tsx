import { fetchRevisions } from "../../../lib/apiImports";
import { capital, moment } from "../../../lib/format";
import { categories, SPOKEN, t } from "../../../state";
import { Field } from "../parts/Field";
import { useAsked } from "../parts/useAsked";
import type { Shops } from "../parts/useShops";
import style from "./labels.module.css";
import { Places } from "./Places";
import { PAPER_NAMES, PAPERS, type PaperName, WHICH, type Which, type Wish, within } from "./wish";

interface Props {
  wish: Wish;
  onWish: (wish: Wish) => void;
  shops: Shops;
}

const MOST_COPIES = 50;
/** Older ones have other prices throughout. */
const MOST_REVISIONS = 40;

/** Which pieces, which paper, how many of each, and where the first sheet begins. */
export function WishFields({ wish, onWish, shops }: Props) {
  const set = (part: Partial<Wish>) => onWish({ ...wish, ...part });
  const kinds = [...categories.value.values()].map(({ id, plural }) => ({ value: id, label: capital(plural) }));
  const { places } = PAPERS[wish.format];
  return (
    <div class={style.fields}>
      <Field
        label={t("labels.which")}
        kind="choice"
        value={wish.only}
        choices={WHICH.map((value) => ({ value, label: t(`labels.which.${value}`) }))}
        onInput={(only) => set({ only: only as Which })}
      />
      {wish.only !== "all" && <Since wish={wish} onSince={(since) => set({ since })} />}
      <Field
        label={t("labels.category")}
        kind="choice"
        value={wish.category}
        choices={[
          { value: "", label: t("labels.category.all") },
          ...kinds.sort((one, other) => one.label.localeCompare(other.label)),
        ]}
        onInput={(category) => set({ category })}
      />
      <Field
        label={t("labels.paper")}
        kind="choice"
        value={wish.format}
        choices={PAPER_NAMES.map((value) => ({ value, label: t(`labels.paper.${value}`) }))}
        onInput={(format) => set({ format: format as PaperName, skip: 0 })}
      />
      <div class={style.pair}>
        <Field
          label={t("labels.copies")}
          kind="number"
          value={String(wish.copies)}
          onInput={(text) => set({ copies: within(text, 1, MOST_COPIES) })}
        />
        <Field
          label={t("labels.lang")}
          kind="choice"
          value={wish.lang}
          choices={SPOKEN.map((value) => ({ value, label: t(`labels.lang.${value}`) }))}
          onInput={(lang) => set({ lang })}
        />
      </div>
      {places > 1 && <Places paper={PAPERS[wish.format]} skip={wish.skip} onSkip={(skip) => set({ skip })} />}
      {shops.shop && <p class={style.note}>{t("labels.shop", { name: shops.shop.name })}</p>}
    </div>
  );
}

/** The revision to compare with, by its day and its name. */
function Since({ wish, onSince }: { wish: Wish; onSince: (since: number | null) => void }) {
  const { data } = useAsked("revisions to compare", (signal) => fetchRevisions(null, MOST_REVISIONS, signal));
  const older = (data?.items ?? []).slice(1).map(({ number, published_at, note }) => ({
    value: String(number),
    label: t("labels.since.one", { number: String(number), when: moment(published_at), note }),
  }));
  return (
    <Field
      label={t("labels.since")}
      kind="choice"
      value={wish.since === null ? "" : String(wish.since)}
      choices={[{ value: "", label: t("labels.since.last") }, ...older]}
      onInput={(text) => onSince(text ? Number(text) : null)}
    />
  );
}
