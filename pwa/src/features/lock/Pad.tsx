import { Delete } from "lucide-preact";
import { t } from "../../state";
import style from "./lock.module.css";

const ROWS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

interface Props {
  onDigit: (digit: string) => void;
  onErase: () => void;
  isDisabled: boolean;
}

/** Ten digits for a thumb. The field above is a real one: whoever cannot use this types or pastes there. */
export function Pad({ onDigit, onErase, isDisabled }: Props) {
  const key = (digit: string) => (
    <button key={digit} type="button" class={style.key} disabled={isDisabled} onClick={() => onDigit(digit)}>
      {digit}
    </button>
  );
  return (
    <fieldset class={style.pad}>
      <legend class={style.unseen}>{t("lock.pad")}</legend>
      {ROWS.map(key)}
      <span />
      {key("0")}
      <button type="button" class={style.key} disabled={isDisabled} onClick={onErase} aria-label={t("lock.erase")}>
        <Delete aria-hidden="true" />
      </button>
    </fieldset>
  );
}
