import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { navigate, t } from "../../state";
import style from "./entry.module.css";
import { tokenIn } from "./token";

/** For the phone whose camera does not open links, and for the application on the home screen, which has its own storage. */
export function PasteInvitation({ next }: { next?: string | undefined }) {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);

  function open(event: Event): void {
    event.preventDefault();
    const token = tokenIn(text);
    setWrong(token === null);
    if (token) navigate(`/invitation/${encodeURIComponent(token)}${next ? `?next=${encodeURIComponent(next)}` : ""}`);
  }

  return (
    <form class={style.form} onSubmit={open}>
      <label class={style.field}>
        <span>{t("welcome.paste")}</span>
        <input
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          aria-invalid={wrong}
          aria-describedby="paste-help"
        />
      </label>
      <p class={wrong ? style.failure : style.help} id="paste-help" role={wrong ? "alert" : undefined}>
        {t(wrong ? "welcome.paste.wrong" : "welcome.paste.help")}
      </p>
      <Button type="submit" wide>
        {t("welcome.paste.open")}
      </Button>
    </form>
  );
}
