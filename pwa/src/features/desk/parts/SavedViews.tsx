import { X } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import { forgetView, keepView, type SavedView, savedViews, startViews } from "../../../state/desk";
import { Field } from "./Field";
import style from "./SavedViews.module.css";

interface Props {
  /** Whose views they are: the room's name. */
  room: string;
  /** What the room shows now, as the values of its address. */
  now: Readonly<Record<string, string>>;
  onOpen: (query: Readonly<Record<string, string>>) => void;
}

/** Views of a list that somebody has named, one tap away; kept on this device for this person. */
export function SavedViews({ room, now, onOpen }: Props) {
  const [naming, setNaming] = useState(false);
  useEffect(() => void startViews(room), [room]);
  const views = savedViews.value[room] ?? [];
  const present = views.find(({ query }) => isSame(query, now));
  const worthKeeping = !present && Object.values(now).some(Boolean);
  return (
    <div class={style.views}>
      {views.length > 0 && (
        <ul class={style.list} aria-label={t("desk.views")}>
          {views.map((view) => (
            <li key={view.name} class={`${style.view} ${view === present ? style.on : ""}`}>
              <button
                type="button"
                class={style.open}
                aria-pressed={view === present}
                onClick={() => onOpen(view.query)}
              >
                {view.name}
              </button>
              <button
                type="button"
                class={style.forget}
                aria-label={t("desk.views.forget", { name: view.name })}
                onClick={() => forgetView(room, view.name)}
              >
                <X aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {worthKeeping && !naming && (
        <Button kind="quiet" onClick={() => setNaming(true)}>
          {t("desk.views.keep")}
        </Button>
      )}
      {naming && (
        <Naming
          onDone={(name) => {
            setNaming(false);
            if (name) keepView(room, { name, query: shown(now) });
          }}
        />
      )}
    </div>
  );
}

function Naming({ onDone }: { onDone: (name: string | null) => void }) {
  const [name, setName] = useState("");
  return (
    <form
      class={style.naming}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(name.trim() || null);
      }}
    >
      <Field label={t("desk.views.name")} value={name} onInput={setName} />
      <Button type="submit" disabled={!name.trim()}>
        {t("desk.views.save")}
      </Button>
      <Button kind="quiet" onClick={() => onDone(null)}>
        {t("desk.cancel")}
      </Button>
    </form>
  );
}

/** Without what is empty. */
const shown = (query: Readonly<Record<string, string>>): SavedView["query"] =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value));

const isSame = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(Object.entries(shown(one)).sort()) === JSON.stringify(Object.entries(shown(other)).sort());
