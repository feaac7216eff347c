import { Button } from "../../components/Button";
import { Vignette } from "../../components/Vignette";
import { install, installing, installLater, t } from "../../state";
import style from "./install.module.css";
import { Steps } from "./Steps";

/** The application on the home screen: what it brings, and how; one tap sends it away for a month. */
export function Hint() {
  const byHand = installing.value === "by-hand";
  return (
    <section class={style.hint} aria-labelledby="install-title">
      <div class={style.said}>
        <div class={style.scene}>
          <Vignette of="pocket" />
        </div>
        <div>
          <h2 class={style.title} id="install-title">
            {t("install.title")}
          </h2>
          <p class={style.text}>{t("install.text")}</p>
        </div>
      </div>
      {byHand && <Steps />}
      <p class={style.ways}>
        {!byHand && <Button onClick={() => void install()}>{t("install.yes")}</Button>}
        <Button kind="quiet" onClick={installLater}>
          {t(byHand ? "install.seen" : "install.later")}
        </Button>
      </p>
    </section>
  );
}
