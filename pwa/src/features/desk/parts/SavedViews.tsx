import { X } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { say } from "../../../components/Toast";
import { log } from "../../../lib/log";
import { t } from "../../../state";
import { forgetView, keepView, renameView, type SavedView, savedViews, startViews } from "../../../state/desk";
import { Field } from "./Field";
import style from "./SavedViews.module.css";

interface Props {
  /** Whose views they are: the room's name. */
  room: string;
  /** What the room shows now, as the values of its address. */
  now: Readonly<Record<string, string>>;
  onOpen: (query: Readonly<Record<string, string>>) => void;
}

type Naming = "keep" | "rename" | null;

/** Views of a list that somebody has named, one tap away; kept on this device for this person, shared by their address. */
export function SavedViews({ room, now, onOpen }: Props) {
  const [naming, setNaming] = useState<Naming>(null);
  const [gone, setGone] = useState<SavedView | null>(null);
  useEffect(() => void startViews(room), [room]);
  const views = savedViews.value[room] ?? [];
  const present = views.find(({ query }) => isSame(query, now));
  const isNarrowed = Object.values(now).some(Boolean);
  const forget = (view: SavedView) => {
    forgetView(room, view.name);
    setGone(view);
  };
  const putBack = (view: SavedView) => {
    keepView(room, view);
    setGone(null);
  };
  return (
    <div class={style.views}>
      {views.length > 0 && (
        <ul class={style.list} aria-label={t("desk.views")}>
          {views.map((view) => (
            <View
              key={view.name}
              view={view}
              isOn={view === present}
              onOpen={() => onOpen(view.query)}
              onForget={() => forget(view)}
            />
          ))}
        </ul>
      )}
      {gone && (
        <Button kind="quiet" onClick={() => putBack(gone)}>
          {t("desk.views.back", { name: gone.name })}
        </Button>
      )}
      {naming === null && (
        <Deeds isKept={present !== undefined} isNarrowed={isNarrowed} isGone={gone !== null} onName={setNaming} />
      )}
      {naming && (
        <NameField
          first={naming === "rename" ? (present?.name ?? "") : ""}
          onDone={(name) => {
            setNaming(null);
            if (!name) return;
            if (naming === "rename" && present) renameView(room, present.name, name);
            else keepView(room, { name, query: shown(now) });
          }}
        />
      )}
    </div>
  );
}

interface ViewProps {
  view: SavedView;
  isOn: boolean;
  onOpen: () => void;
  onForget: () => void;
}

function View({ view, isOn, onOpen, onForget }: ViewProps) {
  return (
    <li class={`${style.view} ${isOn ? style.on : ""}`}>
      <button type="button" class={style.open} aria-pressed={isOn} onClick={onOpen}>
        {view.name}
      </button>
      <button
        type="button"
        class={style.forget}
        aria-label={t("desk.views.forget", { name: view.name })}
        onClick={onForget}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
}

interface DeedsProps {
  isKept: boolean;
  isNarrowed: boolean;
  /** One was just forgotten: to keep it again is offered already. */
  isGone: boolean;
  onName: (naming: Naming) => void;
}

/** What can be done with what is shown now: name it, name it otherwise, give its address to somebody. */
function Deeds({ isKept, isNarrowed, isGone, onName }: DeedsProps) {
  if (!isNarrowed) return null;
  return (
    <>
      {isKept && (
        <Button kind="quiet" onClick={() => onName("rename")}>
          {t("desk.views.rename")}
        </Button>
      )}
      {!isKept && !isGone && (
        <Button kind="quiet" onClick={() => onName("keep")}>
          {t("desk.views.keep")}
        </Button>
      )}
      {navigator.clipboard && (
        <Button kind="quiet" onClick={() => void copyAddress()}>
          {t("desk.views.copy")}
        </Button>
      )}
    </>
  );
}

/** The address says all that is shown: whoever opens it sees the same. */
async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    say(t("desk.views.copied"));
  } catch (cause) {
    log.info("address not copied", cause);
    say(t("desk.views.uncopied"));
  }
}

function NameField({ first, onDone }: { first: string; onDone: (name: string | null) => void }) {
  const [name, setName] = useState(first);
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
