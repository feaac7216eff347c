import { LockKeyhole } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { Fold } from "../../components/Fold";
import { changePin } from "../../lib/apiPhone";
import { explain, lock, phone, session, t } from "../../state";
import { leave } from "../../state/turns";
import { LEAST_DIGITS, MOST_DIGITS } from "../lock/pin";
import { Sure } from "./Sure";
import style from "./shop.module.css";

/** Hand the shared phone over; nothing on a phone of one's own. */
export function HandOver() {
  if (!phone.value) return null;
  return (
    <div class={style.handover}>
      <Button kind="main" wide onClick={() => void lock()}>
        <LockKeyhole aria-hidden="true" />
        {t("shop.lock")}
      </Button>
      <p class={style.help}>{t("shop.lock.help")}</p>
    </div>
  );
}

/** What a person can do with their place on a shared phone. */
export function SharedPhone() {
  return (
    <>
      <Fold title={t("shop.pin.change")}>
        <ChangePin />
      </Fold>
      <Sure
        text={t("shop.leave")}
        question={t("shop.leave.sure")}
        yes={t("shop.leave.yes")}
        no={t("shop.leave.no")}
        onYes={() => void leave()}
      />
    </>
  );
}

function ChangePin() {
  const [now, setNow] = useState("");
  const [next, setNext] = useState("");
  const [said, setSaid] = useState("");

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (now.length < LEAST_DIGITS || next.length < LEAST_DIGITS) return setSaid(t("lock.short"));
    try {
      await changePin(now, next);
      setNow("");
      setNext("");
      setSaid(t("shop.pin.saved"));
    } catch (cause) {
      setSaid(explain(cause));
    }
  }

  return (
    <form class={style.form} onSubmit={(event) => void save(event)}>
      <input type="text" autocomplete="username" value={session.value?.person.name ?? ""} readOnly hidden />
      <Digits label={t("shop.pin.now")} autocomplete="current-password" value={now} onInput={setNow} />
      <Digits label={t("shop.pin.new")} autocomplete="new-password" value={next} onInput={setNext} />
      <p class={style.help}>{t("invitation.pin.help")}</p>
      <Button type="submit">{t("shop.pin.save")}</Button>
      <p role="status">{said}</p>
    </form>
  );
}

interface DigitsProps {
  label: string;
  autocomplete: "current-password" | "new-password";
  value: string;
  onInput: (digits: string) => void;
}

function Digits({ label, autocomplete, value, onInput }: DigitsProps) {
  return (
    <label class={style.field}>
      <span>{label}</span>
      <input
        type="password"
        inputMode="numeric"
        autocomplete={autocomplete}
        maxLength={MOST_DIGITS}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value.replace(/\D/g, ""))}
      />
    </label>
  );
}
