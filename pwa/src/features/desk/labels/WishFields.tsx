import { Fold } from "../../../components/Fold";
import { fetchRevisions } from "../../../lib/apiImports";
import type { LabelSheet } from "../../../lib/apiLabels";
import { capital, moment, number } from "../../../lib/format";
import { categories, SPOKEN, t } from "../../../state";
import { Field } from "../parts/Field";
import { useAsked } from "../parts/useAsked";
import type { Shops } from "../parts/useShops";
import style from "./labels.module.css";
import { Places } from "./Places";
import { isSince, PAPER_NAMES, PAPERS, type PaperName, WHICH, type Which, type Wish, within } from "./wish";

interface Props {
  wish: Wish;
  onWish: (wish: Wish) => void;
  shops: Shops;
  sheet: LabelSheet | undefined;
}

const MOST_COPIES = 50;
/** Older ones have other prices throughout. */
const MOST_REVISIONS = 40;

/** Which pieces, which paper, how many of each, and where the first sheet begins. */
export function WishFields({ wish, onWish, shops, sheet }: Props) {
  const set = (said: Partial<Wish>) => onWish({ ...wish, part: 1, ...said });
  const due = sheet?.due ?? 0;
  const kinds = [...categories.value.values()].map(({ id, plural }) => ({ value: id, label: capital(plural) }));
  const { places } = PAPERS[wish.format];
  return (
    <div class={style.fields}>
      <Field
        label={t("labels.which")}
        kind="choice"
        value={wish.only}
        choices={WHICH.map((value) => ({
          value,
          label: t(value === "due" && due > 0 ? "labels.which.due.n" : `labels.which.${value}`, { n: due }),
        }))}
        onInput={(only) => set({ only: only as Which })}
      />
      {isSince(wish.only) && <Since wish={wish} onSince={(since) => set({ since })} />}
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
      {places > 1 && (
        <Fold title={t("labels.begun")} line={t("labels.begin.at", { place: String(wish.skip + 1) })}>
          <Places paper={PAPERS[wish.format]} skip={wish.skip} onSkip={(skip) => set({ skip })} />
        </Fold>
      )}
      {sheet && sheet.parts > 1 && <Files wish={wish} sheet={sheet} onPart={(part) => set({ part })} />}
      {shops.shop && <p class={style.note}>{t("labels.shop", { name: shops.shop.name })}</p>}
    </div>
  );
}

/** More labels than one file holds: which of the files is taken now. */
function Files({ wish, sheet, onPart }: { wish: Wish; sheet: LabelSheet; onPart: (part: number) => void }) {
  return (
    <Field
      label={t("labels.file")}
      kind="choice"
      value={String(wish.part)}
      choices={Array.from({ length: sheet.parts }, (_, at) => ({
        value: String(at + 1),
        label: t("labels.file.one", { part: number(at + 1), parts: number(sheet.parts) }),
      }))}
      onInput={(part) => onPart(Number(part))}
      help={t("labels.file.help", { most: number(sheet.most) })}
    />
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
