import { Chip, Chips } from "../../../components/Chip";
import { capital } from "../../../lib/format";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import type { FormProps } from "./EditorForm";
import { errorOf } from "./errors";
import type { Form } from "./form";
import { Part } from "./Part";
import style from "./products.module.css";

const AUDIENCES = ["women", "men", "unisex", "kids"] as const;
const FIRST = ["fr", "en"] as const;
const OTHERS = ["de", "it", "es"] as const;

type Plain = "name" | "brand" | "category" | "season" | "size_chart";

/** What a product is called, what it is, and for whom. */
export function Identity({ editor, words, errors }: FormProps) {
  const { form, base, edit } = editor;
  const put = (name: Plain | "audience") => (value: string) => edit(name, (now) => ({ ...now, [name]: value }));
  const field = (name: Plain, more: object = {}) => (
    <Field
      label={t(`products.field.${name}`)}
      value={form[name]}
      onInput={put(name)}
      error={errorOf(errors, `set.${name}`)}
      before={form[name] === base[name] || !base[name] ? undefined : base[name]}
      {...more}
    />
  );
  return (
    <Part title={t("products.part.identity")}>
      {field("name")}
      <div class={style.pair}>
        {field("brand", { list: "desk-brands" })}
        {field("season", { list: "desk-seasons" })}
      </div>
      <Options id="desk-brands" values={words.brands} />
      <Options id="desk-seasons" values={words.seasons} />
      {field("category", {
        kind: "choice",
        before: undefined,
        choices: [
          { value: "", label: t("products.choose") },
          ...words.categories.map(({ id, label }) => ({ value: id, label: capital(label) })),
        ],
      })}
      <div>
        <p class={style.label}>{t("products.field.audience")}</p>
        <Chips label={t("products.field.audience")}>
          {AUDIENCES.map((each) => (
            <Chip key={each} on={form.audience === each} onClick={() => put("audience")(each)}>
              {capital(t(`audience.${each}`))}
            </Chip>
          ))}
        </Chips>
      </div>
      {field("size_chart", {
        kind: "choice",
        before: undefined,
        help: chartHelp(editor.product?.completed_size_chart, form, words.size_charts),
        choices: [
          { value: "", label: t("products.size_chart.none") },
          ...words.size_charts.map(({ id, label }) => ({ value: id, label })),
        ],
      })}
    </Part>
  );
}

/** What a product is for and how it is cut, in each language. */
export function Sayings({ editor, errors }: FormProps) {
  const { form, base, edit } = editor;
  return (
    <Part title={t("products.part.texts")}>
      <Texts name="use" languages={FIRST} {...{ form, base, errors, edit }} />
      <Texts name="fit_note" languages={FIRST} {...{ form, base, errors, edit }} />
      <details>
        <summary class={style.more}>{t("products.languages")}</summary>
        <div class={style.partBody}>
          <Texts name="use" languages={OTHERS} {...{ form, base, errors, edit }} />
          <Texts name="fit_note" languages={OTHERS} {...{ form, base, errors, edit }} />
        </div>
      </details>
    </Part>
  );
}

/** Which chart stands in where the product names none. */
const chartHelp = (
  usual: string | undefined,
  form: Form,
  charts: readonly { id: string; label: string }[],
): string | undefined =>
  usual && !form.size_chart
    ? t("products.size_chart.usual", { chart: charts.find(({ id }) => id === usual)?.label ?? usual })
    : undefined;

interface TextsProps extends Pick<FormProps, "errors"> {
  name: "use" | "fit_note";
  languages: readonly string[];
  form: Form;
  base: Form;
  edit: FormProps["editor"]["edit"];
}

function Texts({ name, languages, form, base, errors, edit }: TextsProps) {
  return (
    <>
      {languages.map((lang) => (
        <Field
          key={lang}
          kind="long"
          label={t(`products.field.${name}`, { lang: t(`products.lang.${lang}`) })}
          value={form[name][lang] ?? ""}
          onInput={(text) =>
            edit(`${name}.${lang}`, (now) => ({
              ...now,
              [name]: { ...now[name], [lang]: text.replace(/\s*\n\s*/g, " ") },
            }))
          }
          error={errorOf(errors, `set.${name}.${lang}`)}
          before={changed(base[name][lang], form[name][lang])}
        />
      ))}
    </>
  );
}

const changed = (before: string | undefined, now: string | undefined): string | undefined =>
  before && before !== now ? before : undefined;

const Options = ({ id, values }: { id: string; values: readonly string[] }) => (
  <datalist id={id}>
    {values.map((value) => (
      <option key={value} value={value} />
    ))}
  </datalist>
);
