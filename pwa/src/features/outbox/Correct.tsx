import { useId, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import type { SetAside } from "../../db";
import { correct, t } from "../../state";
import { corrected, type Draft, draftOf, wrongField } from "./correction";
import { type Field, fieldsOf } from "./kinds";
import style from "./outbox.module.css";
import { attempt } from "./Refused";

/** Put a refused event right: a new one with the same moment takes its place. */
export function Correct({ one, onDone }: { one: SetAside; onDone: () => void }) {
  const { event } = one;
  const fields = fieldsOf(event);
  const [draft, setDraft] = useState<Draft>(() => draftOf(fields, event.payload));
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (submitted: Event): Promise<void> => {
    submitted.preventDefault();
    const name = wrongField(fields, draft);
    setWrong(name);
    if (name) return;
    if (await attempt(correct(one, corrected(fields, event.payload, draft)), t("outbox.corrected"))) onDone();
  };
  return (
    <form class={style.form} onSubmit={(submitted) => void save(submitted)} noValidate>
      {fields.map((field) => (
        <Entry
          key={field.name}
          field={field}
          value={draft[field.name] ?? ""}
          wrong={wrong === field.name}
          server={one.errors?.find(({ field: path }) => path === `payload.${field.name}`)?.message}
          onChange={(value) => setDraft({ ...draft, [field.name]: value })}
        />
      ))}
      <div class={style.choices}>
        <Button type="submit">{t("outbox.correct.send")}</Button>
        <Button kind="quiet" onClick={onDone}>
          {t("outbox.correct.cancel")}
        </Button>
      </div>
    </form>
  );
}

interface EntryProps {
  field: Field;
  value: string;
  wrong: boolean;
  /** What the server said of it. */
  server: string | undefined;
  onChange: (value: string) => void;
}

function Entry({ field, value, wrong, server, onChange }: EntryProps) {
  const id = useId();
  const note = wrong ? t(`outbox.wrong.${field.type === "number" ? "number" : "empty"}`) : server;
  return (
    <label class={style.field} for={id}>
      <span>{t(field.label)}</span>
      <Control id={id} field={field} value={value} wrong={wrong} onChange={onChange} />
      {note && (
        <span class={style.note} role={wrong ? "alert" : undefined}>
          {note}
        </span>
      )}
    </label>
  );
}

function Control(props: Omit<EntryProps, "server"> & { id: string }) {
  const { id, field, value, wrong, onChange } = props;
  const shared = { id, value, "aria-invalid": wrong };
  if (field.type === "choice")
    return (
      <select {...shared} onChange={(event) => onChange(event.currentTarget.value)}>
        {(field.optional || value === "") && <option value="">{t("outbox.unsaid")}</option>}
        {field.options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label ? t(option.label) : option.value}
          </option>
        ))}
      </select>
    );
  if (field.type === "long")
    return <textarea {...shared} rows={3} maxLength={500} onInput={(event) => onChange(event.currentTarget.value)} />;
  return (
    <input
      {...shared}
      type="text"
      inputMode={field.type === "number" ? "numeric" : "text"}
      autocomplete="off"
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
