import { lang, languagesOf, snapshot, t } from "../../state";
import { absent, choose } from "./language";
import style from "./show.module.css";

/** A language by its own name: who looks for it reads it in no other. */
const nameOf = (code: string): string => new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;

/** The languages of the shop, one tap each. */
export function Languages() {
  return (
    <fieldset class={style.languages}>
      <legend class="spoken">{t("show.language")}</legend>
      {languagesOf(snapshot.value?.shop).map((one) => (
        <button
          key={one}
          type="button"
          class={style.language}
          lang={one}
          aria-label={nameOf(one)}
          aria-pressed={lang.value === one}
          onClick={() => void choose(one)}
        >
          {one}
        </button>
      ))}
      <span class={style.absent} role="status">
        {absent.value ? t("show.absent", { language: nameOf(absent.value) }) : ""}
      </span>
    </fieldset>
  );
}
