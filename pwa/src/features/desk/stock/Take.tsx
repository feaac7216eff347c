import { useEffect, useState } from "preact/hooks";
import { v7 } from "uuid";
import { Button } from "../../../components/Button";
import { say } from "../../../components/Toast";
import { type Delivery, deliver, fetchDeliveries, type PaperKind, takeCount } from "../../../lib/apiStock";
import { moment } from "../../../lib/format";
import { log } from "../../../lib/log";
import { href, navigate, t } from "../../../state";
import { Field } from "../parts/Field";
import page from "../parts/page.module.css";
import { isAway, reasonOf } from "../parts/reason";
import { useAsked } from "../parts/useAsked";
import { useComeBack } from "../parts/useComeBack";
import { forget } from "./begun";
import { type List, linesOf, type Sent, sumOf } from "./scanning";
import style from "./stock.module.css";

interface Props {
  kind: PaperKind;
  shop: string;
  list: List;
  /** Articles that were never counted here. */
  uncounted: number;
  /** The file's name, which mostly is the note's number. */
  name: string;
  /** Something of the file cannot be taken. */
  wrong: boolean;
  onSent: (sent: Sent | null) => void;
}

/** The end of it: a note, and the one button with its count. What was sent and not answered is sent again by itself. */
export function Take({ kind, shop, list, uncounted, name, wrong, onSent }: Props) {
  const { sent } = list;
  const [note, setNote] = useState(sent?.note ?? name);
  const [noneBefore, setNoneBefore] = useState(sent?.noneBefore ?? false);
  const { busy, failure, send } = useSending(kind, shop, list, onSent);
  useEffect(() => {
    if (name) setNote(name);
  }, [name]);
  const pieces = sumOf(list.tally);
  return (
    <section class={style.take} aria-label={t(`stock.${kind}.title`)}>
      {kind === "delivery" && (
        <Field
          label={t("stock.note")}
          value={note}
          onInput={setNote}
          help={t("stock.note.help")}
          disabled={sent !== null}
        />
      )}
      {kind === "delivery" && <Twice shop={shop} note={note} />}
      {kind === "delivery" && uncounted > 0 && (
        <label class={style.check}>
          <input
            type="checkbox"
            checked={noneBefore}
            disabled={sent !== null}
            onChange={(event) => setNoneBefore(event.currentTarget.checked)}
          />
          <span>{t("stock.none_before", { n: uncounted })}</span>
        </label>
      )}
      {wrong && <p class={page.note}>{t("stock.wrong")}</p>}
      <Button
        kind="main"
        disabled={busy || wrong || (kind === "delivery" && pieces === 0)}
        onClick={() => send({ note: note.trim(), noneBefore })}
      >
        {t(`stock.${kind}.take`, { n: pieces })}
      </Button>
      <p role="alert" class={style.failure}>
        {sent && !busy ? t("stock.unanswered") : failure}
      </p>
    </section>
  );
}

/** A note whose number was taken before: the rest of it, or the same once more? */
function Twice({ shop, note }: { shop: string; note: string }) {
  const { data } = useAsked(`deliveries ${shop}`, (signal) => fetchDeliveries(shop, signal));
  const plain = note.trim().toLocaleLowerCase();
  const before = plain ? data?.find((one: Delivery) => one.note.trim().toLocaleLowerCase() === plain) : undefined;
  if (!before) return null;
  const { at, author, pieces } = before;
  return (
    <p class={style.failure} role="status">
      {t("stock.note.twice", { n: pieces, when: moment(at), author })}
    </p>
  );
}

/** Sending a list: its id is made once, so that sent again after a lost answer it counts once. */
function useSending(kind: PaperKind, shop: string, list: List, onSent: (sent: Sent | null) => void) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [missed, setMissed] = useState(0);
  const go = async (sent: Sent, isAgain: boolean) => {
    setBusy(true);
    setFailure(null);
    try {
      const lines = linesOf(list.tally).filter(({ quantity }) => kind === "count" || quantity > 0);
      if (kind === "count") await takeCount(shop, sent.id, lines, isAgain ? sent.at : undefined);
      else await deliver(shop, sent.id, { note: sent.note, none_before: sent.noneBefore, lines });
      await forget(kind, shop);
      say(t(`stock.${kind}.taken`, { n: sumOf(list.tally) }));
      navigate(href("/desk/stock", { shop }).slice(1));
    } catch (cause) {
      log.info("paper not taken", cause);
      setBusy(false);
      if (isAway(cause)) return setMissed((count) => count + 1);
      setMissed(0);
      onSent(null);
      setFailure(reasonOf(cause));
    }
  };
  const send = (said: Pick<Sent, "note" | "noneBefore">) => {
    const sent = list.sent ?? { ...said, id: v7(), at: new Date().toISOString() };
    if (!list.sent) onSent(sent);
    void go(sent, list.sent !== null);
  };
  useComeBack(list.sent && !busy ? Math.max(1, missed) : 0, () => list.sent && void go(list.sent, true));
  return { busy, failure, send };
}
