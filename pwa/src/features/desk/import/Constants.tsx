import { Fold } from "../../../components/Fold";
import type { Asked } from "../../../lib/apiSuppliers";
import { SPOKEN, t } from "../../../state";
import { Field } from "../parts/Field";
import style from "./Mapping.module.css";
import { constant, constantsOf, lacksShop, type Saying } from "./saying";

interface Props {
  asked: Asked;
  saying: Saying;
  onSay: (saying: Saying) => void;
}

const SKIP = "skip";

/** What no column says and is the same on every line: the shop, the brand, the language of the texts. */
export function Constants({ asked, saying, onSay }: Props) {
  const put = (field: string) => (value: string) => onSay(constant(saying, field, value));
  return (
    <Fold
      title={t("import.map.constants")}
      line={t("import.map.constants.text")}
      open={lacksShop(saying) || Object.keys(saying.constants).length > 0}
    >
      <div class={style.constants}>
        {constantsOf(saying, asked.fields).map(({ id, label }) => (
          <Field
            key={id}
            label={label}
            value={saying.constants[id] ?? ""}
            onInput={put(id)}
            {...(id === "shop" ? { kind: "choice" as const, choices: shopsOf(asked) } : {})}
          />
        ))}
        <Field
          label={t("import.map.language")}
          kind="choice"
          value={saying.constants.language ?? "fr"}
          choices={SPOKEN.map((id) => ({ value: id, label: t(`import.map.lang.${id}`) }))}
          onInput={put("language")}
        />
        <label class={style.skip}>
          <input
            type="checkbox"
            checked={saying.constants.without_gtin === SKIP}
            onChange={(event) => put("without_gtin")(event.currentTarget.checked ? SKIP : "")}
          />
          {t("import.map.skip")}
        </label>
      </div>
    </Fold>
  );
}

const shopsOf = ({ shops }: Asked) => [
  { value: "", label: t("import.map.shop.none") },
  ...shops.map(({ id, name }) => ({ value: id, label: name })),
];
