import { CircleCheck, CloudOff, Hourglass, Send, TriangleAlert } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { BackBar } from "../../components/BackBar";
import { Button } from "../../components/Button";
import { Topo } from "../../components/Topo";
import { moment } from "../../lib/format";
import { NetError } from "../../lib/net";
import {
  back,
  explain,
  flush,
  isMine,
  isOverdue,
  lastDelivery,
  online,
  sendFailure,
  sending,
  setAside,
  t,
  unsent,
  unsentCount,
} from "../../state";
import { audit, audited, auditing } from "../../state/audit";
import style from "./outbox.module.css";

/** How much waits, since when nothing left, and why. */
export function Head() {
  const count = unsentCount.value;
  const own = unsent.value.some(isMine);
  const refused = setAside.value.filter(({ event }) => isMine(event)).length;
  const overdue = isOverdue();
  const last = lastDelivery.value;
  return (
    <header class={style.head}>
      <div class={style.relief}>
        <Topo seed="outbox" />
      </div>
      <BackBar onBack={() => back("/shop")} />
      <h1 class={style.title}>{titleOf(count, refused, last)}</h1>
      <p class={style.sub}>{lastWords(count, last)}</p>
      {overdue && <p class={style.overdue}>{t("outbox.overdue")}</p>}
      {(own || refused === 0) && <State own={own} />}
      <div class={style.deeds}>
        {own ? (
          <Button kind="main" onClick={() => void flush()} disabled={sending.value}>
            <Send aria-hidden="true" />
            {t(sending.value ? "outbox.sending" : "outbox.send")}
          </Button>
        ) : (
          <Button onClick={() => void audit()} disabled={auditing.value}>
            {t(auditing.value ? "outbox.comparing" : "outbox.compare")}
          </Button>
        )}
      </div>
    </header>
  );
}

function titleOf(count: number, refused: number, last: string | null): string {
  if (count > 0) return t("outbox.waiting", { n: count });
  if (refused > 0) return t("outbox.decide", { n: refused });
  return t(last ? "outbox.none" : "outbox.empty");
}

function lastWords(count: number, last: string | null): string {
  if (last) return t("outbox.last", { when: moment(last) });
  return t(count > 0 ? "outbox.last.never" : "outbox.last.empty");
}

/** Why something waits; or that nothing is missing on either side. */
function State({ own }: { own: boolean }) {
  const [sign, text] = own ? delayed() : compared();
  return (
    <p class={style.state} role="status">
      {text && sign}
      <span>{text}</span>
    </p>
  );
}

/** No answer at all: the same as no network, for whoever waits. */
const isAway = (cause: unknown): boolean => cause instanceof NetError && ["offline", "timeout"].includes(cause.reason);

const isPortal = (cause: unknown): boolean => cause instanceof NetError && cause.reason === "portal";

type Said = [ComponentChildren, string];

function delayed(): Said {
  const failure = sendFailure.value;
  // The phone takes a Wi-Fi that wants a sign-in for none; the seller can do something about it.
  if (failure && isPortal(failure)) return [<TriangleAlert key="wifi" aria-hidden="true" />, explain(failure)];
  if (!online.value || isAway(failure)) return [<CloudOff key="off" aria-hidden="true" />, t("outbox.state.offline")];
  if (failure) return [<TriangleAlert key="no" aria-hidden="true" />, explain(failure)];
  return [<Hourglass key="wait" aria-hidden="true" />, t("outbox.state.soon")];
}

function compared(): Said {
  const found = audited.value;
  if (!found) return [null, ""];
  const when = moment(found.at);
  if (found.missing > 0)
    return [<TriangleAlert key="gap" aria-hidden="true" />, t("outbox.state.missing", { n: found.missing, when })];
  return [<CircleCheck key="yes" class={style.tick} aria-hidden="true" />, t("outbox.state.whole", { when })];
}
