import { useEffect } from "preact/hooks";
import { BackBar } from "../../components/BackBar";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { Skeleton } from "../../components/Skeleton";
import { Topo } from "../../components/Topo";
import { dotted } from "../../lib/dotted";
import { back, explain, online, received, t } from "../../state";
import { startAside } from "../../state/aside";
import {
  cards,
  refreshTraining,
  trainingAwaited,
  trainingChecked,
  trainingEmpty,
  trainingFailure,
} from "../../state/training";
import style from "./overview.module.css";
import { Readiness } from "./Readiness";
import { Today } from "./Today";

/** What the training has for today, and the map of what is known. */
export function Overview() {
  useEffect(startAside, []);
  return (
    <div class={style.page}>
      <header class={style.head}>
        {/* Where there are no cards, the words that say so have a mountain of their own. */}
        {!trainingEmpty.value && !isMissing() && (
          <div class={style.relief}>
            <Topo seed="learn" />
          </div>
        )}
        <BackBar onBack={() => back("/home")} />
        <h1 class={style.title}>{t("learn.title")}</h1>
        {cards.value && (
          <p class={style.checked}>
            {dotted(
              t("learn.cards", { n: cards.value.length }),
              trainingChecked.value && received(trainingChecked.value),
            )}
          </p>
        )}
      </header>
      <Content />
    </div>
  );
}

function Content() {
  if (trainingEmpty.value)
    return <Empty drawing="tracks" title={t("learn.empty.title")} text={t("learn.empty.text")} />;
  if (isMissing()) return <NotHere />;
  if (cards.value === null) return <Skeleton shape="questions" headed />;
  return (
    <>
      <Today />
      <Readiness />
    </>
  );
}

const isMissing = (): boolean => cards.value === null && !trainingAwaited.value;

/** No card has ever come: why, and what to do. */
function NotHere() {
  return (
    <Empty
      drawing="fog"
      title={t("learn.missing.title")}
      text={online.value ? explain(trainingFailure.value) : t("learn.missing.offline")}
    >
      <Button onClick={() => void refreshTraining()}>{t("learn.missing.again")}</Button>
    </Empty>
  );
}
