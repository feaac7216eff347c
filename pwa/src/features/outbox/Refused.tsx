import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { say } from "../../components/Toast";
import type { SetAside } from "../../db";
import { log } from "../../lib/log";
import { correct, discard, isMine, sendAgain, setAside, t } from "../../state";
import { Correct } from "./Correct";
import { fieldsOf } from "./kinds";
import style from "./outbox.module.css";
import { reasonOf } from "./reasons";
import { Line } from "./Waiting";

/** What the server did not take, each with its reason, until somebody has decided. */
export function Refused() {
  const own = setAside.value.filter(({ event }) => isMine(event));
  if (own.length === 0) return null;
  return (
    <section class={style.part} aria-labelledby="outbox-refused">
      <h2 class={style.heading} id="outbox-refused">
        {t("outbox.refused.title", { n: own.length })}
      </h2>
      <p class={style.help}>{t("outbox.refused.text", { n: own.length })}</p>
      <ul>
        {own.map((one) => (
          <One key={one.event.id} one={one} />
        ))}
      </ul>
      {own.length > 1 && (
        <Button onClick={() => void attempt(sendAgain(own), t("outbox.again.done"))}>{t("outbox.again.all")}</Button>
      )}
    </section>
  );
}

/** Do it, and say what came of it: a full or broken storage may refuse. */
export async function attempt(work: Promise<unknown>, done: string): Promise<boolean> {
  try {
    await work;
    say(done);
    return true;
  } catch (cause) {
    log.error("refused event not changed", cause);
    say(t("outbox.failed"));
    return false;
  }
}

function One({ one }: { one: SetAside }) {
  const [doing, setDoing] = useState<"correct" | "discard" | null>(null);
  const mayCorrect = fieldsOf(one.event).length > 0;
  return (
    <li class={style.refused}>
      <ul>
        <Line event={one.event} />
      </ul>
      <p class={style.reason}>{reasonOf(one)}</p>
      {doing === "correct" && <Correct one={one} onDone={() => setDoing(null)} />}
      {doing === "discard" && <Discard one={one} onDone={() => setDoing(null)} />}
      {doing === null && (
        <div class={style.choices}>
          <Again one={one} />
          {mayCorrect && <Button onClick={() => setDoing("correct")}>{t("outbox.correct")}</Button>}
          <Button kind="quiet" onClick={() => setDoing("discard")}>
            {t("outbox.discard")}
          </Button>
        </div>
      )}
    </li>
  );
}

/** As it is; where its number is taken, as a new record that says the same. */
function Again({ one }: { one: SetAside }) {
  if (one.reason === "conflict")
    return (
      <Button onClick={() => void attempt(correct(one, one.event.payload), t("outbox.again.done"))}>
        {t("outbox.again.new")}
      </Button>
    );
  return <Button onClick={() => void attempt(sendAgain([one]), t("outbox.again.done"))}>{t("outbox.again")}</Button>;
}

/** Asked twice: what it says is nowhere else. */
function Discard({ one, onDone }: { one: SetAside; onDone: () => void }) {
  return (
    <div class={style.confirm} role="alert">
      <p>{t("outbox.discard.sure")}</p>
      <div class={style.choices}>
        <Button onClick={() => void attempt(discard([one]), t("outbox.discard.done"))}>
          {t("outbox.discard.yes")}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t("outbox.discard.no")}
        </Button>
      </div>
    </div>
  );
}
