import { Plus, X } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import style from "./picks.module.css";

interface Choice {
  id: string;
  label: string;
  /** Other words by which it is found. */
  words?: string;
  /** One line of what it is. */
  line?: string;
}

interface Props {
  label: string;
  value: readonly string[];
  before: readonly string[];
  choices: readonly Choice[];
  /** What stands in where nothing is picked. */
  implied?: readonly string[] | undefined;
  /** Anything typed can be added. */
  isFree?: boolean;
  error: string | undefined;
  onChange: (value: readonly string[]) => void;
}

const MOST = 8;
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();

/** Words out of a long list: those picked, and a field that finds the others. */
export function Picks({ label, value, before, choices, implied = [], isFree, error, onChange }: Props) {
  const [text, setText] = useState("");
  const id = useId();
  const named = new Map(choices.map((each) => [each.id, each.label]));
  const found = text.trim() && !isFree ? matching(choices, value, text).slice(0, MOST) : [];
  const add = (word: string) => {
    setText("");
    if (word && !value.includes(word)) onChange([...value, word]);
  };
  return (
    <div class={style.picks}>
      {value.length > 0 && (
        <ul class={style.picked}>
          {value.map((each) => (
            <li key={each} class={before.includes(each) ? "" : style.isNew}>
              <span>{named.get(each) ?? each}</span>
              <button
                type="button"
                aria-label={t("products.pick.remove", { name: named.get(each) ?? each })}
                onClick={() => onChange(value.filter((one) => one !== each))}
              >
                <X aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {value.length === 0 && implied.length > 0 && (
        <p class={style.quiet}>
          {t("products.pick.implied", { names: implied.map((each) => named.get(each) ?? each).join(", ") })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter takes the first that was found, as in any such field */}
      <div
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          add(isFree ? text.trim() : (found[0]?.id ?? ""));
        }}
      >
        <Field label={label} value={text} onInput={setText} error={error} />
      </div>
      <ul id={id} class={style.found} aria-live="polite">
        {found.map((each) => (
          <li key={each.id}>
            <button type="button" class={style.offer} onClick={() => add(each.id)}>
              <Plus aria-hidden="true" />
              <span>
                {each.label}
                {each.line && <small>{each.line}</small>}
              </span>
            </button>
          </li>
        ))}
        {isFree && text.trim() && (
          <li>
            <button type="button" class={style.offer} onClick={() => add(text.trim())}>
              <Plus aria-hidden="true" />
              <span>{t("products.pick.add", { name: text.trim() })}</span>
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Those that have every word, the ones that begin with it first. */
function matching(choices: readonly Choice[], value: readonly string[], text: string): Choice[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  const first = plain(text.trim());
  return choices
    .filter(({ id, label, words = "" }) => {
      const all = plain(`${label} ${id} ${words}`);
      return !value.includes(id) && wanted.every((word) => all.includes(word));
    })
    .sort((a, b) => Number(plain(b.label).startsWith(first)) - Number(plain(a.label).startsWith(first)));
}
