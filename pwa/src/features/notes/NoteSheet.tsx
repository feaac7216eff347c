import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { Chip, Chips } from "../../components/Chip";
import { Drawer } from "../../components/Drawer";
import { say } from "../../components/Toast";
import { readDraft, saveDraft } from "../../db";
import { dotted } from "../../lib/dotted";
import { log } from "../../lib/log";
import { answers, note, products, snapshot, storageFull, t } from "../../state";
import { nameOf } from "../need/piece";
import { needWords } from "../need/words";
import style from "./notes.module.css";
import { type Writing, writing } from "./writing";

const MOST = 500;
/** From here on it is said how many characters are left. */
const NEAR = 80;
const ABOUT = ["range", "shop"] as const;
type About = "product" | (typeof ABOUT)[number];

/** One field under the thumb: what a customer said, or asked in vain. What was begun is kept until it is recorded. */
export function NoteSheet() {
  const now = writing.value;
  return now && <Sheet key={keyOf(now)} now={now} />;
}

const keyOf = ({ kind, ref }: Writing): string => (ref ? `${kind}/${ref}` : kind);

const close = (): void => {
  writing.value = null;
};

function Sheet({ now }: { now: Writing }) {
  const { text, setText, isKept } = useDraft(keyOf(now));
  const [about, setAbout] = useState<About>(now.ref ? "product" : "range");
  const [state, setState] = useState<"writing" | "saving" | "failed">("writing");
  const line = oneLine(text);
  const keep = async () => {
    if (!line || state === "saving") return;
    setState("saving");
    try {
      await note(now.kind, payload(now, line, about), () => [{ store: "drafts", key: keyOf(now), value: undefined }]);
      isKept.current = true;
      unkept.delete(keyOf(now));
      close();
      say(t("note.kept"));
    } catch (cause) {
      log.error("note not stored", cause);
      setState("failed");
    }
  };
  return (
    <Drawer title={t(`note.${now.kind}`)} onClose={close}>
      <form
        class={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <Field kind={now.kind} text={text} onText={setText} />
        {now.kind === "remark" && !now.ref && (
          <Chips label={t("note.about")}>
            {ABOUT.map((id) => (
              <Chip key={id} on={about === id} onClick={() => setAbout(id)}>
                {t(`note.about.${id}`)}
              </Chip>
            ))}
          </Chips>
        )}
        <Context now={now} />
        <p class={style.help}>{t(`note.${now.kind}.help`)}</p>
        <p role="alert" class={style.failed}>
          {state === "failed" ? t(storageFull.value ? "note.failed.full" : "note.failed") : ""}
        </p>
        <Button kind="main" wide type="submit" disabled={!line || state === "saving"}>
          {t(now.kind === "remark" ? "note.keep" : "note.send")}
        </Button>
      </form>
    </Drawer>
  );
}

function Field({ kind, text, onText }: { kind: Writing["kind"]; text: string; onText: (text: string) => void }) {
  const left = MOST - text.length;
  return (
    <label class={style.field}>
      <span class={style.label}>{t(`note.${kind}.field`)}</span>
      <textarea
        rows={3}
        maxLength={MOST}
        autocomplete="off"
        enterkeyhint="done"
        placeholder={t(`note.${kind}.place`)}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      {left <= NEAR && <span class={style.left}>{t("note.left", { n: left })}</span>}
    </label>
  );
}

/** What goes with it, said before it goes. */
function Context({ now }: { now: Writing }) {
  const product = now.ref ? products.value.get(now.ref) : undefined;
  const finder = snapshot.value?.finder;
  const need = now.kind === "dont-know" && finder ? needWords(finder, answers.value, null) : [];
  if (!product && need.length === 0) return null;
  return (
    <ul class={style.context}>
      {product && <li>{t("note.piece", { name: nameOf(product) })}</li>}
      {need.length > 0 && <li>{t("note.need", { need: dotted(...need.map(({ text }) => text)) })}</li>}
    </ul>
  );
}

/** One line: what a person typed in several is the same remark. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

function payload({ kind, ref }: Writing, text: string, about: About): Record<string, unknown> {
  const piece = ref ? { ref } : {};
  if (kind === "remark") return { text, about, ...piece };
  const said = answers.peek();
  return { question: text, ...piece, ...(Object.keys(said).length > 0 ? { answers: said } : {}) };
}

/** What the storage refused: it stays for as long as the page does. */
const unkept = new Map<string, string>();

/** What was begun here before, and what is written now: kept at each letter, until it is recorded. */
function useDraft(key: string) {
  const [text, setText] = useState(unkept.get(key) ?? "");
  const isKept = useRef(false);
  useEffect(() => {
    readDraft(key).then(
      (draft) => draft && setText((typed) => typed || draft),
      (cause: unknown) => log.info("no draft", cause),
    );
  }, [key]);
  const write = (next: string) => {
    setText(next);
    if (isKept.current) return;
    saveDraft(key, next).then(
      () => unkept.delete(key),
      (cause: unknown) => {
        unkept.set(key, next);
        log.warn("draft not kept", cause);
      },
    );
  };
  return { text, setText: write, isKept };
}
