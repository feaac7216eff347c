import { FileSpreadsheet } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { dropFiles } from "../../../lib/apiImports";
import { log } from "../../../lib/log";
import { NetError } from "../../../lib/net";
import { navigate, t } from "../../../state";
import { FileDrop } from "../parts/FileDrop";
import { Progress } from "../parts/Progress";
import page from "../parts/page.module.css";
import { reasonOf } from "../parts/reason";
import type { RoomProps } from "../rooms";
import style from "./import.module.css";
import { Mapping } from "./Mapping";
import { Recent } from "./Recent";
import { Remembered } from "./Remembered";
import { Road } from "./Road";
import { TrialView } from "./TrialView";

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
      {sending.share === null ? (
        <FileDrop action={t("import.choose")} text={t("import.drop")} accept={ACCEPT} multiple onFiles={sending.send} />
      ) : (
        <div class={style.sending}>
          <Progress label={t("import.sending", { name: sending.name })} done={sending.share} />
          <Button kind="quiet" onClick={sending.stop}>
            {t("desk.cancel")}
          </Button>
        </div>
      )}
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

interface Sending {
  /** 0 to 1 while bytes leave; null where nothing is on its way. */
  share: number | null;
  name: string;
  failure: string | null;
  send: (files: readonly File[]) => void;
  stop: () => void;
}

/** Bring files to the server; from then on the work is the server's, and this page may be closed. */
function useSending(): Sending {
  const [share, setShare] = useState<number | null>(null);
  const [name, setName] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<AbortController | null>(null);
  const send = async (files: readonly File[]) => {
    const controller = new AbortController();
    setLeaving(controller);
    setName(files.map((file) => file.name).join(", "));
    setFailure(null);
    setShare(0);
    try {
      const kept = await dropFiles(files, setShare, controller.signal);
      navigate(`/desk/import/${kept.id}`);
    } catch (cause) {
      log.info("files not sent", cause);
      if (!(cause instanceof NetError && cause.reason === "aborted")) setFailure(reasonOf(cause));
    } finally {
      setShare(null);
    }
  };
  return { share, name, failure, send: (files) => void send(files), stop: () => leaving?.abort() };
}
