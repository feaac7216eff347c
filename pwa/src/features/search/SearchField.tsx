import { Search, X } from "lucide-preact";
import { useRef } from "preact/hooks";
import { t } from "../../state";
import style from "./search.module.css";

interface Props {
  text: string;
  onText: (text: string) => void;
}

/** One field for words and for numbers. */
export function SearchField({ text, onText }: Props) {
  const input = useRef<HTMLInputElement>(null);
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
        onInput={(event) => onText(event.currentTarget.value)}
        // The keyboard goes away, and the results are seen.
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
      {text && (
        <button
          type="button"
          aria-label={t("search.clear")}
          onClick={() => {
            onText("");
            input.current?.focus();
          }}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </search>
  );
}
