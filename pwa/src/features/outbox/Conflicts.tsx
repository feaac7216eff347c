import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { Fold } from "../../components/Fold";
import { say } from "../../components/Toast";
import type { OutboxEvent } from "../../db";
import { type Conflict, fetchConflicts, seeConflict } from "../../lib/apiDevices";
import { dotted } from "../../lib/dotted";
import { moment } from "../../lib/format";
import { log } from "../../lib/log";
import { explain, t } from "../../state";
import { nameOf, wordsOf } from "./kinds";
import style from "./outbox.module.css";
import { useFetched } from "./useFetched";

/** Two records under one number: the first one counts, the other one is kept for a person to look at. */
export function Conflicts() {
  const [found] = useFetched(fetchConflicts);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const conflicts = (found ?? []).filter(({ id, seen_at }) => !seen_at && !seen.includes(id));
  if (conflicts.length === 0) return null;
  return (
    <section class={style.part} aria-labelledby="outbox-conflicts">
      <h2 class={style.heading} id="outbox-conflicts">
        {t("outbox.conflicts.title", { n: conflicts.length })}
      </h2>
      <p class={style.help}>{t("outbox.conflicts.text")}</p>
      {conflicts.map((one) => (
        <One key={one.id} conflict={one} onSeen={() => setSeen((before) => [...before, one.id])} />
      ))}
    </section>
  );
}

function One({ conflict, onSeen }: { conflict: Conflict; onSeen: () => void }) {
  const [busy, setBusy] = useState(false);
  const { came, held } = conflict;
  const see = async () => {
    setBusy(true);
    if (await isTold(conflict)) onSeen();
    else setBusy(false);
  };
  return (
    <Fold title={<Said version={came} />} line={from(came)}>
      {held && (
        <p class={style.held}>
          {t("outbox.conflicts.held")} <Said version={held} />
          <span class={style.help}>{from(held)}</span>
        </p>
      )}
      <div class={style.choices}>
        <Button onClick={() => void see()} disabled={busy}>
          {t("outbox.conflicts.see")}
        </Button>
      </div>
    </Fold>
  );
}

/** Tell the server that it has been looked at; on every phone of the shop it asks for nobody any more. */
async function isTold({ id }: Conflict): Promise<boolean> {
  try {
    await seeConflict(id);
    say(t("outbox.conflicts.seen"));
    return true;
  } catch (cause) {
    log.warn("conflict not marked as seen", cause);
    say(explain(cause));
    return false;
  }
}

type Version = Conflict["came"];

const from = ({ author, received_at }: Version): string =>
  t("outbox.conflicts.from", { author, when: moment(received_at) });

function Said({ version }: { version: Version }) {
  const event = { kind: version.kind ?? "", payload: version.payload ?? {} } as OutboxEvent;
  return <span>{dotted(nameOf(event), wordsOf(event))}</span>;
}
