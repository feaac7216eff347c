import { CircleHelp, ClipboardCheck, MessageSquareQuote } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { Product } from "../../catalogue/types";
import { t } from "../../state";
import { startAside } from "../../state/aside";
import { questions } from "../../state/questions";
import { asked } from "../outcome/asked";
import { Answered } from "../questions/Answered";
import style from "./notes.module.css";
import { type Writing, writing } from "./writing";

/** What can be noted of a piece, and what was asked about it before. */
export function PieceNotes({ product: { ref } }: { product: Product }) {
  useEffect(startAside, []);
  const answered = questions.value.filter((one) => one.ref === ref && one.answer !== null);
  const write = (kind: Writing["kind"]) => () => {
    writing.value = { kind, ref };
  };
  return (
    <section class={style.part}>
      {answered.length > 0 && (
        <>
          <h2 class={style.title}>{t("questions.piece")}</h2>
          <ul class={style.answers}>
            {answered.map((one) => (
              <Answered key={one.id} question={one} />
            ))}
          </ul>
        </>
      )}
      <h2 class={answered.length > 0 ? "spoken" : style.title}>{t("note.title")}</h2>
      <div class={style.cells}>
        <button
          type="button"
          class={style.cell}
          onClick={() => {
            asked.value = { kind: "now", refs: [ref] };
          }}
        >
          <ClipboardCheck aria-hidden="true" />
          {t("outcome.open")}
        </button>
        <button type="button" class={style.cell} onClick={write("remark")}>
          <MessageSquareQuote aria-hidden="true" />
          {t("note.remark")}
        </button>
        <button type="button" class={style.cell} onClick={write("dont-know")}>
          <CircleHelp aria-hidden="true" />
          {t("note.dont-know")}
        </button>
      </div>
    </section>
  );
}
