import { CircleHelp, MessageSquareQuote } from "lucide-preact";
import { t } from "../../state";
import { AtRest } from "../install/AtRest";
import { writing } from "../notes/writing";
import style from "./home.module.css";

/** What the customer said and what nobody knew: one field each, at any moment. */
export function Notes() {
  return (
    <>
      <Fields />
      <AtRest />
    </>
  );
}

function Fields() {
  return (
    <section class={style.notes} aria-labelledby="home-note">
      <h2 class={style.kicker} id="home-note">
        {t("home.note")}
      </h2>
      <div class={style.cells}>
        <button
          type="button"
          class={style.cell}
          onClick={() => {
            writing.value = { kind: "remark" };
          }}
        >
          <MessageSquareQuote aria-hidden="true" />
          {t("home.remark")}
        </button>
        <button
          type="button"
          class={style.cell}
          onClick={() => {
            writing.value = { kind: "dont-know" };
          }}
        >
          <CircleHelp aria-hidden="true" />
          {t("home.dont-know")}
        </button>
      </div>
    </section>
  );
}
