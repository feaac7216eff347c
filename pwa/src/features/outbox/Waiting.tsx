import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import type { OutboxEvent } from "../../db";
import { moment } from "../../lib/format";
import { carry, isMine, sending, session, t, unsent } from "../../state";
import { nameOf, wordsOf } from "./kinds";
import style from "./outbox.module.css";

/** So many lines say enough at once. */
const SHOWN = 20;

/** What this person recorded here, newest first; of what others did, only how much it is. */
export function Waiting() {
  const own = unsent.value.filter(isMine).reverse();
  const others = unsent.value.length - own.length;
  const [all, setAll] = useState(false);
  const shown = all ? own : own.slice(0, SHOWN);
  if (own.length + others === 0) return null;
  return (
    <section class={style.part} aria-labelledby="outbox-waiting">
      <h2 class={style.heading} id="outbox-waiting">
        {t("outbox.waiting.title")}
      </h2>
      {own.length > 0 && (
        <ul>
          {shown.map((event) => (
            <Line key={event.id} event={event} />
          ))}
        </ul>
      )}
      {shown.length < own.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t("outbox.more", { n: own.length - shown.length })}
        </Button>
      )}
      {others > 0 && <Others count={others} />}
    </section>
  );
}

export function Line({ event }: { event: OutboxEvent }) {
  const words = wordsOf(event);
  return (
    <li class={style.line}>
      <span class={style.what}>
        <strong>{nameOf(event)}</strong>
        {words && <span class={style.words}>{words}</span>}
      </span>
      <time class={style.when} dateTime={event.at}>
        {moment(event.at)}
      </time>
    </li>
  );
}

/** A colleague's records wait for the colleague; a manager may carry those of the own shop, and signs as carrier. */
function Others({ count }: { count: number }) {
  const holder = session.value;
  const mayCarry =
    holder?.person.role === "manager" && unsent.value.some((one) => !isMine(one) && one.shop === holder.shop.id);
  return (
    <div class={style.others}>
      <p>{t("outbox.others", { n: count })}</p>
      {mayCarry && (
        <Button onClick={() => void carry()} disabled={sending.value}>
          {t("outbox.carry")}
        </Button>
      )}
    </div>
  );
}
