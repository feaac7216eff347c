import { Fold } from "../../components/Fold";
import type { OutboxEvent } from "../../db";
import { type Conflict, fetchConflicts } from "../../lib/apiDevices";
import { moment } from "../../lib/format";
import { t } from "../../state";
import { nameOf, wordsOf } from "./kinds";
import style from "./outbox.module.css";
import { useFetched } from "./useFetched";

/** Two records under one number: the first one counts, the other one is kept for a person to look at. */
export function Conflicts() {
  const [conflicts] = useFetched(fetchConflicts);
  if (!conflicts || conflicts.length === 0) return null;
  return (
    <section class={style.part} aria-labelledby="outbox-conflicts">
      <h2 class={style.heading} id="outbox-conflicts">
        {t("outbox.conflicts.title", { n: conflicts.length })}
      </h2>
      <p class={style.help}>{t("outbox.conflicts.text")}</p>
      {conflicts.map((one) => (
        <Fold
          key={one.id}
          title={<Said version={one.came} />}
          line={t("outbox.conflicts.from", { author: one.came.author, when: moment(one.came.received_at) })}
        >
          {one.held && (
            <p class={style.held}>
              {t("outbox.conflicts.held")} <Said version={one.held} />
              <span class={style.help}>
                {t("outbox.conflicts.from", { author: one.held.author, when: moment(one.held.received_at) })}
              </span>
            </p>
          )}
        </Fold>
      ))}
    </section>
  );
}

type Version = Conflict["came"];

function Said({ version }: { version: Version }) {
  const event = { kind: version.kind ?? "", payload: version.payload ?? {} } as OutboxEvent;
  return <span>{[nameOf(event), wordsOf(event)].filter(Boolean).join(" · ")}</span>;
}
