import type { AskedTable, FieldKind, Guess, Source } from "../../../lib/apiSuppliers";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import style from "./Mapping.module.css";
import { assigned, fieldsOf, measured, type Saying } from "./saying";

interface Props {
  table: AskedTable;
  kinds: readonly FieldKind[];
  saying: Saying;
  onSay: (saying: Saying) => void;
}

/** The file's columns from left to right, each with values seen and what it is taken for. */
export function Columns({ table, kinds, saying, onSay }: Props) {
  if (table.format === "shopify" || table.format === "google")
    return <p>{t("import.map.known", { format: t(`import.map.format.${table.format}`) })}</p>;
  return (
    <ol class={style.columns}>
      {table.titles.map(({ title, samples }) => {
        const fields = fieldsOf(saying, title);
        return (
          <li key={title} class={`${style.column} ${fields.length === 0 ? style.unused : ""}`}>
            <div class={style.seen}>
              <strong class={style.name}>{title}</strong>
              <span class={style.samples}>{samples.length > 0 ? samples.join(" · ") : t("import.map.empty")}</span>
            </div>
            <div class={style.meanings}>
              {(fields.length > 0 ? fields : [""]).map((field) => (
                <Meaning
                  key={field}
                  title={title}
                  field={field}
                  source={saying.columns[field]}
                  guess={guessFor(table, title, field)}
                  kinds={kinds}
                  onField={(next) => onSay(assigned(saying, title, field, next))}
                  onUnit={(unit) => onSay(measured(saying, field, unit))}
                />
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The proposal, as long as the person has left it as it is. */
function guessFor(table: AskedTable, title: string, field: string): Guess | undefined {
  const guess = table.columns[field];
  return guess?.column === title ? guess : undefined;
}

interface MeaningProps {
  title: string;
  field: string;
  source: Source | undefined;
  guess: Guess | undefined;
  kinds: readonly FieldKind[];
  onField: (field: string) => void;
  onUnit: (unit: string) => void;
}

function Meaning({ title, field, source, guess, kinds, onField, onUnit }: MeaningProps) {
  const units = kinds.find(({ id }) => id === field)?.units ?? [];
  const choices = [
    { value: "", label: t("import.map.unused") },
    ...kinds.map(({ id, label }) => ({ value: id, label })),
  ];
  return (
    <div class={style.meaning}>
      <div class={style.field}>
        <Field
          label={t("import.map.is", { title })}
          kind="choice"
          value={field}
          choices={choices}
          onInput={onField}
          help={guess?.why || undefined}
          mark={guess && guess.confidence < SURE ? t("import.map.unsure") : undefined}
        />
      </div>
      {units.length > 1 && (
        <div class={style.unit}>
          <Field
            label={t("import.map.unit")}
            kind="choice"
            value={source?.unit ?? ""}
            choices={[
              { value: "", label: t("import.map.unit.cell") },
              ...units.map((unit) => ({ value: unit, label: unit })),
            ]}
            onInput={onUnit}
          />
        </div>
      )}
      {source && source.part > 0 && (
        <p class={style.part}>{t("import.map.part", { part: String(source.part), separator: source.separator })}</p>
      )}
    </div>
  );
}

/** Below it a proposal asks to be looked at; of 100, as the proposals count. */
const SURE = 70;
