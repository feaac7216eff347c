import { Chip, Chips } from "../../../components/Chip";
import type { EditorWords } from "../../../lib/apiProducts";
import { capital } from "../../../lib/format";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import { AttributeField } from "./AttributeField";
import { type BulkForm, KINDS, type Kind, ROUNDINGS } from "./bulk";
import style from "./bulk.module.css";

interface Props {
  form: BulkForm;
  words: EditorWords;
  onChange: (form: BulkForm) => void;
}

const AUDIENCES = ["women", "men", "unisex", "kids"] as const;
const isWord = (kind: Kind): boolean => ["attribute", "clear", "technology", "activity", "care"].includes(kind);

/** What becomes of each product: one thing at a time, so that the preview can be read. */
export function BulkFields({ form, words, onChange }: Props) {
  const put = (part: Partial<BulkForm>) => onChange({ ...form, ...part });
  return (
    <>
      <Field
        kind="choice"
        label={t("products.bulk.what")}
        value={form.kind}
        choices={KINDS.map((kind) => ({ value: kind, label: t(`products.bulk.kind.${kind}`) }))}
        onInput={(kind) => put({ kind: kind as Kind, word: "" })}
      />
      {form.kind === "season" && (
        <Field label={t("products.field.season")} value={form.season} onInput={(season) => put({ season })} />
      )}
      {form.kind === "price" && <PriceFields form={form} words={words} put={put} />}
      {form.kind === "fit_note" &&
        (["fr", "en"] as const).map((lang) => (
          <Field
            key={lang}
            label={t("products.field.fit_note", { lang: t(`products.lang.${lang}`) })}
            value={form.fit_note[lang] ?? ""}
            onInput={(text) => put({ fit_note: { ...form.fit_note, [lang]: text } })}
          />
        ))}
      {form.kind === "audience" && (
        <Chips label={t("products.field.audience")}>
          {AUDIENCES.map((each) => (
            <Chip key={each} on={form.audience === each} onClick={() => put({ audience: each })}>
              {capital(t(`audience.${each}`))}
            </Chip>
          ))}
        </Chips>
      )}
      {isWord(form.kind) && (
        <Field
          kind="choice"
          label={t(`products.bulk.word.${form.kind}`)}
          value={form.word}
          choices={[{ value: "", label: t("products.choose") }, ...choicesOf(form.kind, words)]}
          onInput={(word) => put({ word, typed: { ...form.typed, value: "" } })}
        />
      )}
      {["technology", "activity", "care"].includes(form.kind) && (
        <Chips label={t("products.bulk.way")}>
          <Chip on={!form.out} onClick={() => put({ out: false })}>
            {t("products.bulk.add")}
          </Chip>
          <Chip on={form.out} onClick={() => put({ out: true })}>
            {t("products.bulk.out")}
          </Chip>
        </Chips>
      )}
      {form.kind === "attribute" && form.word && <Value form={form} words={words} put={put} />}
    </>
  );
}

interface PartProps extends Omit<Props, "onChange"> {
  put: (part: Partial<BulkForm>) => void;
}

function Value({ form, words, put }: PartProps) {
  const word = words.attributes.find(({ id }) => id === form.word);
  if (!word) return null;
  return (
    <AttributeField
      word={word}
      typed={form.typed}
      before={undefined}
      completed={undefined}
      isDecisive={false}
      errors={{}}
      sources={[]}
      onChange={(typed) => put({ typed })}
    />
  );
}

function PriceFields({ form, words, put }: PartProps) {
  return (
    <>
      <Chips label={t("products.bulk.by")}>
        <Chip on={form.by === "percent"} onClick={() => put({ by: "percent" })}>
          {t("products.bulk.percent")}
        </Chip>
        <Chip on={form.by === "amount"} onClick={() => put({ by: "amount" })}>
          {t("products.bulk.amount")}
        </Chip>
      </Chips>
      <div class={style.pair}>
        <Field
          kind="number"
          label={t(form.by === "percent" ? "products.bulk.percent.of" : "products.bulk.amount.of")}
          unit={form.by === "percent" ? "%" : "€"}
          help={t("products.bulk.sign")}
          value={form.amount}
          onInput={(amount) => put({ amount })}
        />
        <Field
          kind="choice"
          label={t("products.bulk.round")}
          value={form.round}
          choices={ROUNDINGS.map((round) => ({ value: round, label: t(`products.bulk.round.${round}`) }))}
          onInput={(round) => put({ round: round as BulkForm["round"] })}
        />
      </div>
      <Field
        kind="choice"
        label={t("products.bulk.shop")}
        value={form.shop}
        choices={[
          { value: "", label: t("products.bulk.shops") },
          ...words.shops.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onInput={(shop) => put({ shop })}
      />
    </>
  );
}

function choicesOf(kind: Kind, words: EditorWords): { value: string; label: string }[] {
  if (kind === "technology") return words.technologies.map(({ id, name }) => ({ value: id, label: name }));
  if (kind === "activity") return words.activities.map(({ id, label }) => ({ value: id, label }));
  if (kind === "care") return words.care.map(({ id, title }) => ({ value: id, label: title }));
  return words.attributes
    .filter(({ id }) => id !== "price_cents")
    .map(({ id, label, unit }) => ({ value: id, label: unit ? `${capital(label)} (${unit})` : capital(label) }));
}
