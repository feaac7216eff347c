import { type ExportWish, fetchShopNames } from "../../../lib/apiExports";
import { categories, lang, t } from "../../../state";
import { type Choice, Field } from "../parts/Field";
import { useAsked } from "../parts/useAsked";
import style from "./exports.module.css";
import type { Kind } from "./kinds";

interface Props {
  kind: Kind;
  wish: ExportWish;
  /** A manager's shop is the own one. */
  anyShop: boolean;
  onChange: (wish: ExportWish) => void;
}

/** What to put into the file: which ending, shop, category and language. */
export function Fields({ kind, wish, anyShop, onChange }: Props) {
  const set = (name: "format" | "shop" | "category" | "lang") => (value: string) =>
    onChange({ ...wish, [name]: value });
  const named = (part: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`exports.${part}.${value}`) }));
  const endings = named("format", kind.formats);
  return (
    <div class={style.fields}>
      {endings.length > 1 && (
        <Field
          kind="choice"
          label={t("exports.format")}
          value={wish.format}
          onInput={set("format")}
          choices={endings}
        />
      )}
      {anyShop && <ShopField needed={kind.needsShop === true} value={wish.shop ?? ""} onInput={set("shop")} />}
      <Field
        kind="choice"
        label={t("exports.category")}
        value={wish.category ?? ""}
        onInput={set("category")}
        choices={[{ value: "", label: t("exports.category.all") }, ...categoryChoices()]}
      />
      <Field
        kind="choice"
        label={t("exports.lang")}
        value={wish.lang ?? ""}
        onInput={set("lang")}
        choices={named("lang", kind.langs)}
      />
    </div>
  );
}

function ShopField({ needed, value, onInput }: { needed: boolean; value: string; onInput: (value: string) => void }) {
  const { data, failure } = useAsked("shops", fetchShopNames);
  const shops: Choice[] = (data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Field
      kind="choice"
      label={t("exports.shop")}
      value={value}
      onInput={onInput}
      error={failure ?? undefined}
      choices={needed ? shops : [{ value: "", label: t("exports.shop.all") }, ...shops]}
    />
  );
}

const categoryChoices = (): Choice[] =>
  [...categories.value.values()]
    .map(({ id, label }) => ({ value: id, label }))
    .sort((a, b) => a.label.localeCompare(b.label, lang.value));
