import { Button } from "../../../components/Button";
import { t } from "../../../state";
import { FileDrop } from "../parts/FileDrop";
import { Progress } from "../parts/Progress";
import style from "./import.module.css";
import type { Sending } from "./useSending";

/** What the server reads; a file of another name is refused by its content, not by this list. */
const ACCEPT = ".csv,.tsv,.txt,.xlsx,.xml,.json,.zip";

interface Props {
  sending: Sending;
  /** The verb: "Choisir des fichiers". */
  action: string;
  /** What may be dropped. */
  text: string;
  /** Where something else is the main thing on the page. */
  small?: boolean;
}

/** The place to drop files; while they leave, how far they are; and where something failed them, the way to go on. */
export function Dropping({ sending, action, text, small = false }: Props) {
  const { share, name, failure, send } = sending;
  return (
    <>
      {share === null && name === "" ? (
        <FileDrop action={action} text={text} accept={ACCEPT} small={small} multiple everywhere onFiles={send} />
      ) : (
        <Leaving sending={sending} />
      )}
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </>
  );
}

function Leaving({ sending: { share, name, again, stop } }: { sending: Sending }) {
  return (
    <div class={style.sending}>
      {share === null ? (
        <p class={style.name}>{t("import.sending.failed", { name })}</p>
      ) : (
        <Progress label={t("import.sending", { name })} done={share} />
      )}
      <p class={style.ways}>
        {share === null && (
          <Button kind="main" onClick={again}>
            {t("import.sending.again")}
          </Button>
        )}
        <Button kind="quiet" onClick={stop}>
          {t(share === null ? "import.sending.forget" : "desk.cancel")}
        </Button>
      </p>
    </div>
  );
}
