import { Button } from "../../../components/Button";
import type { ImportKind, Trial } from "../../../lib/apiImports";
import { href, t } from "../../../state";
import { countsOf, isMore } from "../parts/findingGroups";
import page from "../parts/page.module.css";
import { asks, columnsOf, onlyAsks } from "./columns";
import { Discard } from "./Discard";
import { Dropping } from "./Dropping";
import { Found } from "./Report";
import style from "./TrialView.module.css";
import { useSending } from "./useSending";
import type { TrialDeeds } from "./useTrial";

interface Props {
  trial: Trial;
  deeds: TrialDeeds;
}

/** Refused for its errors, cancelled, or failed: why, and the ways on. */
export function Stopped({ trial, deeds }: Props) {
  const asking = asks(trial);
  const isFile = trial.kind === "file";
  const again = trial.state !== "refused";
  // The corrected file is the main thing on the page.
  const drops = isFile && !asking && !again;
  return (
    <>
      <section class={style.stopped}>
        <h2 class={page.heading}>{titleOf(trial)}</h2>
        <p>{textOf(trial)}</p>
        <p class={style.ways}>
          {asking && (
            <Button kind="main" href={columnsOf(trial)}>
              {t("import.map.ask")}
            </Button>
          )}
          {again && (
            <Button kind="main" onClick={deeds.retry} disabled={deeds.busy}>
              {t(trial.state === "cancelled" ? "import.resume" : "import.retry")}
            </Button>
          )}
          {!isFile && (
            <Button kind={again ? "line" : "main"} href={href(`/desk/${ROOM_OF[trial.kind]}`)}>
              {t("import.stopped.room", { room: t(`desk.room.${ROOM_OF[trial.kind]}`) })}
            </Button>
          )}
          {!drops && <Discard deeds={deeds} />}
        </p>
        <p role="alert" class={style.failure}>
          {deeds.failure}
        </p>
      </section>
      {isFile && !onlyAsks(trial) && <Mended small={!drops} />}
      {drops && (
        <p class={style.ways}>
          <Discard deeds={deeds} />
        </p>
      )}
      <Found trial={trial} />
    </>
  );
}

function textOf(trial: Trial): string {
  if (onlyAsks(trial)) return t("import.asking.text");
  return trial.failure || t(`import.stopped.${trial.state}.${trial.kind === "file" ? "text" : "elsewhere"}`);
}

function titleOf(trial: Trial): string {
  const { state, findings } = trial;
  if (onlyAsks(trial)) return t("import.asking");
  const isCut = findings.some((one) => isMore(one) && one.severity === "error");
  return t(`import.stopped.${state}${isCut ? ".more" : ""}`, { n: countsOf(findings).error });
}

/** Where what was refused was made. */
const ROOM_OF: Readonly<Record<ImportKind, string>> = {
  file: "import",
  edit: "products",
  photos: "photos",
  prices: "prices",
  knowledge: "knowledge",
};

/** The same file, mended: dropped where its errors stand. What was said of its columns is remembered by their titles. */
function Mended({ small }: { small: boolean }) {
  const words = small ? "import.other" : "import.mended";
  return (
    <div class={`${style.mended} ${small ? "" : style.main}`}>
      <Dropping sending={useSending()} action={t(words)} text={t(`${words}.text`)} small={small} />
    </div>
  );
}
