import { FileDown, FileUp } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { say } from "../../components/Toast";
import { importEvents, type Results } from "../../lib/apiDevices";
import { dotted } from "../../lib/dotted";
import { explain, isMine, session, setAside, t, unsent } from "../../state";
import { eventsIn, fileOf, handOver, slices } from "./file";
import style from "./outbox.module.css";

/** The way out that needs no network, and the way in on a manager's phone. */
export function Files({ isManager }: { isManager: boolean }) {
  const shop = session.value?.shop.id;
  // A manager may carry for the shop; anybody else takes out what is their own.
  const may = isManager ? (one: { shop: string }) => one.shop === shop : isMine;
  const waiting = unsent.value.filter((event) => may(event as never));
  const aside = setAside.value.filter(({ event }) => may(event as never));
  const n = waiting.length + aside.length;
  if (n === 0 && !isManager) return null;
  const save = async (): Promise<void> => {
    if ((await handOver(fileOf(waiting, aside))) !== "cancelled") say(t("outbox.file.saved"));
  };
  return (
    <section class={style.part} aria-labelledby="outbox-files">
      <h2 class={style.heading} id="outbox-files">
        {t("outbox.file.title")}
      </h2>
      {n > 0 && (
        <div class={style.row}>
          <p class={style.help}>{t("outbox.file.text")}</p>
          <Button onClick={() => void save()}>
            <FileDown aria-hidden="true" />
            {t("outbox.file.save", { n })}
          </Button>
        </div>
      )}
      {isManager && <Bring />}
    </section>
  );
}

interface Sum {
  accepted: number;
  duplicate: number;
  rejected: Results;
}

/** Bring in what a colleague's phone wrote into a file. */
function Bring() {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [sum, setSum] = useState<Sum | null>(null);
  const [failure, setFailure] = useState("");
  const take = async (file: File): Promise<void> => {
    setBusy(true);
    setSum(null);
    setFailure("");
    try {
      const events = eventsIn(await file.text());
      if (events) for (const slice of slices(events)) add(await importEvents(slice));
      else setFailure(t("outbox.file.wrong"));
    } catch (cause) {
      setFailure(explain(cause));
    } finally {
      setBusy(false);
    }
  };
  const add = (results: Results) =>
    setSum((before) => ({
      accepted: (before?.accepted ?? 0) + results.filter(({ status }) => status === "accepted").length,
      duplicate: (before?.duplicate ?? 0) + results.filter(({ status }) => status === "duplicate").length,
      rejected: [...(before?.rejected ?? []), ...results.filter(({ status }) => status === "rejected")],
    }));
  return (
    <div class={style.row}>
      <p class={style.help}>{t("outbox.file.bring.text")}</p>
      <input
        ref={input}
        class={style.hidden}
        type="file"
        accept="application/json,.json"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) void take(file);
        }}
      />
      <Button onClick={() => input.current?.click()} disabled={busy}>
        <FileUp aria-hidden="true" />
        {t(busy ? "outbox.file.busy" : "outbox.file.bring")}
      </Button>
      <div role="status" class={style.sum}>
        {failure && <p>{failure}</p>}
        {sum && <Counted sum={sum} />}
      </div>
    </div>
  );
}

function Counted({ sum: { accepted, duplicate, rejected } }: { sum: Sum }) {
  const parts = [t("outbox.file.taken", { n: accepted }), duplicate > 0 && t("outbox.file.known", { n: duplicate })];
  return (
    <>
      <p>{dotted(...parts)}</p>
      {rejected.length > 0 && (
        <>
          <p>{t("outbox.file.refused", { n: rejected.length })}</p>
          <ul class={style.reasons}>
            {[...new Set(rejected.map(({ message }) => message))].map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
