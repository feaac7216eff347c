import { effect } from "@preact/signals";
import { RotateCcw } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { Finder, Snapshot } from "../../catalogue/types";
import { Chip, Chips } from "../../components/Chip";
import { NeedSentence } from "../../components/NeedSentence";
import { Sheet } from "../../components/Sheet";
import { Skeleton } from "../../components/Skeleton";
import { Topo } from "../../components/Topo";
import { useOneFrameLater } from "../../components/useOneFrameLater";
import { isWide } from "../../components/useWide";
import { afterPaint } from "../../lib/idle";
import { later } from "../../lib/later";
import { answers, serving, snapshot, t } from "../../state";
import { hasNeed, ranking } from "../need/ranking";
import { REFINEMENT, refined, refinement, refinementWords } from "../need/refinement";
import { needWords } from "../need/words";
import { Words } from "../words/Words";
import style from "./advice.module.css";
import { countLine } from "./count";
import { OutfitLink } from "./OutfitLink";
import { type PanelId, questionsOf } from "./panels";
import { Start } from "./Start";
import {
  answered,
  openPanel,
  others,
  pickedWord,
  pickWord,
  removeWord,
  sheetOpen,
  shown,
  startNextCustomer,
  strengthen,
} from "./view";

/** What follows the first answer: fetched while the first question is read. */
const panel = later(() => import("./Panel").then((module) => module.Panel));
const peek = later(() => import("./Results").then((module) => module.Peek));
const list = later(() => import("./Results").then((module) => module.Results));
/** A customer who is taken up again has answered: then it comes with the page. */
effect(() => void (hasNeed.value && Promise.all([panel.bring(), peek.bring()])));

/** The living finder: one page, and every tap changes the results at once. */
export default function AdvicePage() {
  const catalogue = snapshot.value;
  useEffect(() => afterPaint(() => void Promise.all([panel.bring(), peek.bring(), list.bring()])), []);
  if (!catalogue)
    return (
      <div class={style.page}>
        <Skeleton shape="questions" />
      </div>
    );
  return (
    <div class={style.page}>
      <div class={style.ask} inert={useOneFrameLater(sheetOpen.value && !isWide.value)}>
        <Need catalogue={catalogue} />
        <Questions catalogue={catalogue} />
      </div>
      <Sheet
        open={sheetOpen}
        of={refined.value ?? ranking.value}
        title={<strong class={style.count}>{countLine.value}</strong>}
        raise={t("advice.sheet.raise")}
        lower={t("advice.sheet.lower")}
        peek={<BestNow />}
      >
        <list.Part />
      </Sheet>
      <p class="spoken" role="status">
        {hasNeed.value ? countLine.value : ""}
      </p>
    </div>
  );
}

/** The first answer counts at once; the drawing of the best piece comes a frame later. */
function BestNow() {
  const hasBest = hasNeed.value || refinement.value !== null;
  const isDrawn = useOneFrameLater(hasBest);
  return hasBest && isDrawn ? <peek.Part /> : <p class={style.hint}>{t("advice.peek.start")}</p>;
}

function Need({ catalogue }: { catalogue: Snapshot }) {
  const words = needWords(catalogue.finder, answers.value, ranking.value?.felt_c ?? null);
  if (refinementWords.value) words.push({ id: REFINEMENT, text: refinementWords.value });
  return (
    <header class={style.need}>
      <Topo seed="advice" />
      <div class={style.top}>
        <h1 class={style.title}>{t("advice.title")}</h1>
        <OutfitLink />
        {/* Where the raised list covers it, the list has it. */}
        {serving.value && !(sheetOpen.value && !isWide.value) && (
          <button type="button" class={style.next} onClick={startNextCustomer}>
            <RotateCcw aria-hidden="true" />
            {t("advice.next_customer")}
          </button>
        )}
      </div>
      <NeedSentence
        words={words}
        active={pickedWord.value}
        onPick={pickWord}
        onRemove={removeWord}
        onStrength={strengthen}
        removeLabel={(text) => t("advice.word.remove", { text })}
        placeholder={t("advice.placeholder")}
        label={t("advice.sentence")}
      />
      <Words />
    </header>
  );
}

function Questions({ catalogue }: { catalogue: Snapshot }) {
  if (shown.value === null) return null;
  const [first, second] = shown.value;
  // Below a panel whose code is still on its way stands nothing that it would push down.
  const isWhole = !first || first === "start" || panel.here.value;
  return (
    <div class={style.questions}>
      {first === "start" && <Start finder={catalogue.finder} />}
      {first && first !== "start" && <panel.Part key={first} id={first} finder={catalogue.finder} />}
      {!first && <p class={style.enough}>{t("advice.enough")}</p>}
      {second && <panel.Part key={second} id={second} finder={catalogue.finder} second />}
      {isWhole && others.value.length > 0 && (
        <Chips label={t("advice.others")}>
          {others.value.map((panel) => (
            <Chip key={panel} onClick={() => openPanel(panel)}>
              {chipLabel(panel, catalogue.finder)}
            </Chip>
          ))}
        </Chips>
      )}
    </div>
  );
}

/** The chip says what is left to ask on its panel: after the sky and the cold, the wind. */
function chipLabel(panel: PanelId, finder: Finder): string {
  if (panel === "wishes") return t("advice.chip.wishes");
  const left = questionsOf(panel, finder, answered.value).find((question) => answered.value[question.id] === undefined);
  return left?.short ?? t(`advice.chip.${panel}`);
}
