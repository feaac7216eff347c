import type { Finder } from "../../catalogue/types";
import { t } from "../../state";
import { ChoiceQuestion } from "./Question";
import style from "./Start.module.css";

/** The first question has two ends: some customers name a piece, others what they are going to do. */
export function Start({ finder }: { finder: Finder }) {
  const wanted = finder.questions.find((question) => question.id === "wanted");
  const activity = finder.questions.find((question) => question.id === "activity");
  return (
    <>
      {activity && (
        <section class={style.part}>
          <h2 class={style.question}>{t("advice.start.activity")}</h2>
          <ChoiceQuestion question={activity} />
        </section>
      )}
      {wanted && (
        <section class={style.part}>
          <h2 class={style.small}>{t("advice.start.wanted")}</h2>
          <ChoiceQuestion question={wanted} rail />
        </section>
      )}
    </>
  );
}
