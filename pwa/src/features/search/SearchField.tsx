import { Search, X } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { afterFrame } from "../../lib/idle";
import { t } from "../../state";
import style from "./search.module.css";

interface Props {
  text: string;
  onText: (text: string) => void;
}

/** One field for words and for numbers. */
export function SearchField({ text: answered, onText }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [text, type] = useTyped(answered, onText);
  return (
    <search class={style.search}>
      <Search aria-hidden="true" />
      <input
        ref={input}
        type="text"
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-label={t("search.label")}
        placeholder={t("search.placeholder")}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        // The keyboard goes away, and the results are seen.
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
      {text && (
        <button
          type="button"
          aria-label={t("search.clear")}
          onClick={() => {
            type("");
            input.current?.focus();
          }}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </search>
  );
}

/** The letter is seen first, then what it finds: a quick thumb overtakes what the letter before it would have found. */
function useTyped(answered: string, onText: (text: string) => void): [string, (text: string) => void] {
  const [typed, type] = useState<string | null>(null);
  const say = useRef(onText);
  say.current = onText;
  useEffect(() => {
    if (typed === null) return undefined;
    return afterFrame(() => {
      say.current(typed);
      type(null);
    });
  }, [typed]);
  return [typed ?? answered, type];
}
