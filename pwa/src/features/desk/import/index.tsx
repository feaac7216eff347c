import { FileSpreadsheet } from "lucide-preact";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import { FileDrop } from "../parts/FileDrop";
import { Progress } from "../parts/Progress";
import page from "../parts/page.module.css";
import type { RoomProps } from "../rooms";
import style from "./import.module.css";
import { Mapping } from "./Mapping";
import { Recent } from "./Recent";
import { Remembered } from "./Remembered";
import { Road } from "./Road";
import { TrialView } from "./TrialView";
import { type Sending, useSending } from "./useSending";

/** What the server reads; a file of another name is refused by its content, not by this list. */
const ACCEPT = ".csv,.tsv,.txt,.xlsx,.xml,.json,.zip";

/** From the supplier's file to what it would change, to published: the road is always in sight. */
export default function ImportRoom({ id, query }: RoomProps) {
  if (id && query.columns) return <Mapping key={id} id={id} />;
  return id ? <TrialView key={id} id={id} /> : <Start />;
}

function Start() {
  const sending = useSending();
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("import.title")}</h1>
          <p class={page.lead}>{t("import.lead")}</p>
        </div>
      </header>
      <Road at="file" />
      <Dropping sending={sending} />
      <p role="alert" class={style.failure}>
        {sending.failure}
      </p>
      <section class={page.part}>
        <h2 class={page.heading}>{t("import.templates")}</h2>
        <p class={page.note}>{t("import.templates.text")}</p>
        <p class={style.templates}>
          <Button href="#/desk/exports">
            <FileSpreadsheet aria-hidden="true" />
            {t("import.templates.open")}
          </Button>
        </p>
      </section>
      <Recent />
      <div class={page.part}>
        <Remembered />
      </div>
    </>
  );
}

/** The place to drop files; while they leave, how far they are; and where the network failed them, the way to go on. */
function Dropping({ sending }: { sending: Sending }) {
  const { share, name, send, again, stop } = sending;
  if (share === null && name === "")
    return (
      <FileDrop
        action={t("import.choose")}
        text={t("import.drop")}
        accept={ACCEPT}
        multiple
        everywhere
        onFiles={send}
      />
    );
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
