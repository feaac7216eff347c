import { useEffect, useState } from "preact/hooks";
import {
  catalogueMissing,
  isMine,
  isOverdue,
  online,
  route,
  session,
  setAside,
  storageFull,
  t,
  unsent,
} from "../state";
import style from "./StateLine.module.css";
import { lineOf, type Situation, type Standing, standingOf } from "./standing";

/** Most of what is recorded leaves at once: it is no news before it has waited. */
const PATIENCE_MS = 20_000;
const ALARMS = new Set(["full", "overdue"]);

/**
 * How this phone stands with the server, in one line; nothing where all is well.
 *
 * The figure moves with each record and is for the eye; a screen reader hears when the state becomes another one.
 */
export function StateLine() {
  const situation = useSituation();
  const standing = session.value ? standingOf(situation) : "well";
  const line = lineOf(standing, situation);
  return (
    <>
      {line && !isThere(standing) && (
        <Line text={t(line.key, { n: line.n })} alarm={ALARMS.has(standing)} leads={line.n > 0} />
      )}
      <p role="status" class="spoken">
        {line && t(`notice.${standing}.said`)}
      </p>
    </>
  );
}

/** The page that it would lead to says the same, and more; and without a catalogue nothing "can still be read". */
const isThere = (standing: Standing): boolean =>
  (standing !== "full" && route.value.path === "/outbox") || (standing === "offline" && catalogueMissing.value);

/** It leads to what it speaks of, where it speaks of anything. */
function Line({ text, alarm, leads }: { text: string; alarm: boolean; leads: boolean }) {
  const look = `${style.line} ${alarm ? style.alarm : ""}`;
  if (!leads) return <p class={look}>{text}</p>;
  return (
    <a class={`${look} ${style.leads}`} href="#/outbox">
      {text}
    </a>
  );
}

function useSituation(): Situation {
  const waits = useWaits(unsent.value[0]?.id);
  return {
    // The desk has a line of its own: there nothing can be read without a network.
    online: online.value || route.value.path.startsWith("/desk"),
    full: storageFull.value,
    waiting: unsent.value.length,
    waits,
    overdue: isOverdue(),
    refused: setAside.value.filter(({ event }) => isMine(event)).length,
  };
}

/** True once the same event has been the oldest for a while. */
function useWaits(oldest: string | undefined): boolean {
  const [held, setHeld] = useState<string | undefined>();
  useEffect(() => {
    if (oldest === undefined) return;
    const timer = setTimeout(() => setHeld(oldest), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [oldest]);
  return oldest !== undefined && held === oldest;
}
