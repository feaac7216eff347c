import { t } from "../../state";
import style from "../entry/entry.module.css";
import { LEAST_DIGITS, MOST_DIGITS } from "../lock/pin";

export interface Pins {
  pin: string;
  again: string;
}

interface Props {
  /** Under whose name a password manager keeps it. */
  name: string;
  pins: Pins;
  onInput: (pins: Pins) => void;
}

/** What is wrong with a new code, as the key of a message; null where it can be asked of the server. */
export function isComplete({ pin, again }: Pins): string | null {
  if (pin.length < LEAST_DIGITS) return "lock.short";
  return pin === again ? null : "invitation.pin.differs";
}

/** Choose a code: typed twice, because nobody but a manager could help out of a slip. */
export function NewPin({ name, pins, onInput }: Props) {
  return (
    <>
      <input type="text" autocomplete="username" value={name} readOnly hidden />
      <Field label={t("invitation.pin")} value={pins.pin} onInput={(pin) => onInput({ ...pins, pin })} help />
      <Field label={t("invitation.pin.again")} value={pins.again} onInput={(again) => onInput({ ...pins, again })} />
    </>
  );
}

interface FieldProps {
  label: string;
  value: string;
  onInput: (digits: string) => void;
  help?: boolean;
}

function Field({ label, value, onInput, help }: FieldProps) {
  return (
    <>
      <label class={style.field}>
        <span>{label}</span>
        <input
          type="password"
          inputMode="numeric"
          autocomplete="new-password"
          maxLength={MOST_DIGITS}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value.replace(/\D/g, ""))}
          aria-describedby={help ? "pin-help" : undefined}
        />
      </label>
      {help && (
        <p class={style.help} id="pin-help">
          {t("invitation.pin.help")}
        </p>
      )}
    </>
  );
}
