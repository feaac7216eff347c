import { ArrowRight } from "lucide-preact";
import { Button } from "../../components/Button";
import { dotted } from "../../lib/dotted";
import { answers, href, navigate, snapshot, t } from "../../state";
import { startNextCustomer } from "../advice/view";
import { Tray } from "../favourites/Tray";
import { ranking } from "../need/ranking";
import { needWords } from "../need/words";
import style from "./home.module.css";

/** The customer who is being served: what they said, and the way on. */
export function Serving() {
  const finder = snapshot.value?.finder;
  const words = finder ? needWords(finder, answers.value, ranking.value?.felt_c ?? null) : [];
  return (
    <section class={style.serving} aria-labelledby="home-serving">
      <h2 class={style.kicker} id="home-serving">
        {t("home.serving")}
      </h2>
      {words.length > 0 && <p class={style.said}>{dotted(...words.map(({ text }) => text))}</p>}
      <Tray />
      <div class={style.ways}>
        <Button kind="main" href={href("/advice")}>
          {t("home.continue")}
          <ArrowRight aria-hidden="true" />
        </Button>
        <Button
          onClick={() => {
            startNextCustomer();
            navigate("/advice");
          }}
        >
          {t("home.next")}
        </Button>
      </div>
    </section>
  );
}
