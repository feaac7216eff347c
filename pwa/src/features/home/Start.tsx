import { ArrowRight } from "lucide-preact";
import { Button } from "../../components/Button";
import { categories, href, navigate, setAnswer, snapshot, t } from "../../state";
import { Choice } from "../advice/Choice";
import { signOf } from "../advice/signs";
import style from "./home.module.css";

/** The next customer: one tap to the first question, or its answer right here. */
export function Start() {
  const finder = snapshot.value?.finder;
  const activity = finder?.questions.find((question) => question.id === "activity");
  const options = activity?.answers.map(({ id, label }) => ({
    id,
    label,
    drawing: signOf(id, categories.value, snapshot.value?.groups ?? []),
  }));
  return (
    <section class={style.start}>
      <Button kind="main" wide href={href("/advice")}>
        <span class={style.big}>{t("home.start")}</span>
        <ArrowRight aria-hidden="true" />
      </Button>
      {activity && options && (
        <>
          <h2 class={style.or}>{t("home.start.rail")}</h2>
          <Choice
            label={activity.label}
            options={options}
            value={undefined}
            onPick={(id) => {
              setAnswer("activity", id);
              navigate("/advice");
            }}
            rail
          />
        </>
      )}
    </section>
  );
}
