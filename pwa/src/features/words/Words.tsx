import { CornerDownLeft, Mic, X } from "lucide-preact";
import { useRef } from "preact/hooks";
import { t } from "../../state";
import { forget, isLoading, read, said, sentence, understood, warmUp } from "./understanding";
import style from "./words.module.css";

/** "Dites-le comme le client": one field for a whole sentence, typed or dictated with the keyboard's microphone. */
export function Words() {
  const input = useRef<HTMLTextAreaElement>(null);
  const text = sentence.value;
  return (
    <form
      class={style.words}
      onSubmit={(event) => {
        event.preventDefault();
        input.current?.blur();
        void read();
      }}
    >
      <div class={`${style.field} ${understood.value ? style.done : ""}`}>
        <textarea
          ref={input}
          rows={1}
          maxLength={500}
          enterkeyhint="done"
          autocomplete="off"
          aria-label={t("words.label")}
          placeholder={t("words.placeholder")}
          value={text}
          onFocus={warmUp}
          onInput={(event) => {
            sentence.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        {!text && <Mic class={style.mic} aria-hidden="true" />}
        {text && (
          <>
            <button
              class={style.clear}
              type="button"
              aria-label={t("words.clear")}
              onClick={() => {
                forget();
                input.current?.focus();
              }}
            >
              <X aria-hidden="true" />
            </button>
            <button class={style.go} type="submit" aria-label={t("words.read")} aria-busy={isLoading.value}>
              <CornerDownLeft aria-hidden="true" />
            </button>
          </>
        )}
      </div>
      <div role="status">{understood.value && <said.Part result={understood.value} />}</div>
    </form>
  );
}
