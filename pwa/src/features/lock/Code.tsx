import { ArrowLeft } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import type { PhonePerson } from "../../db";
import { NetError } from "../../lib/net";
import { explain, type LockReason, phone, t } from "../../state";
import { checkSession } from "../../state/session";
import { NotOpened, take } from "../../state/turns";
import style from "./lock.module.css";
import { Pad } from "./Pad";
import { LEAST_DIGITS, MOST_DIGITS } from "./pin";

interface Props {
  person: PhonePerson;
  reason: LockReason;
  onOther: () => void;
}

/** The code of one person: by the pad, the keyboard, or the phone's password manager. */
export function Code({ person, reason, onOther }: Props) {
  const [pin, setPin] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // On a touch screen the pad is the keyboard: the phone's own one would lie over it.
    (matchMedia("(pointer: fine)").matches ? field : heading).current?.focus();
  }, []);

  async function open(event: Event): Promise<void> {
    event.preventDefault();
    if (busy || pin.length < LEAST_DIGITS) return setFailure(busy ? failure : t("lock.short"));
    setBusy(true);
    setFailure(null);
    try {
      await take(person.id, pin);
    } catch (cause) {
      setPin("");
      setFailure(said(cause));
      void checkSession();
    } finally {
      setBusy(false);
    }
  }

  return (
    <main class={`${style.page} ${style.code}`}>
      <header class={style.head}>
        <Button kind="quiet" onClick={onOther}>
          <ArrowLeft aria-hidden="true" />
          {t("lock.other")}
        </Button>
        <h1 class={style.title} ref={heading} tabIndex={-1}>
          {person.name}
        </h1>
        <p class={style.sub}>{t(`lock.reason.${reason}`, { n: phone.value?.lock_minutes ?? 0 })}</p>
      </header>
      <form class={style.form} onSubmit={(event) => void open(event)}>
        <input
          class={style.unseen}
          type="text"
          autocomplete="username"
          value={person.name}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <label class={style.label} for="pin">
          {t("lock.code")}
        </label>
        <input
          id="pin"
          ref={field}
          class={style.digits}
          type="password"
          inputMode="numeric"
          autocomplete="current-password"
          maxLength={MOST_DIGITS}
          value={pin}
          onInput={(event) => setPin(onlyDigits(event.currentTarget.value))}
          aria-invalid={failure !== null}
          aria-describedby="pin-said"
        />
        <p id="pin-said" role="alert" class={style.failure}>
          {failure}
        </p>
        <Pad
          onDigit={(digit) => setPin((given) => (given + digit).slice(0, MOST_DIGITS))}
          onErase={() => setPin((given) => given.slice(0, -1))}
          isDisabled={busy}
        />
        <Button kind="main" type="submit" wide disabled={busy}>
          {t(busy ? "lock.opening" : "lock.open")}
        </Button>
      </form>
    </main>
  );
}

/** What was pasted may have spaces in it. */
const onlyDigits = (text: string): string => text.replace(/\D/g, "").slice(0, MOST_DIGITS);

function said(cause: unknown): string {
  if (cause instanceof NotOpened) return t(cause.key, { n: cause.n });
  if (cause instanceof NetError && cause.status === 429) return t("lock.wait");
  return explain(cause);
}
