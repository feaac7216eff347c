import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { number } from "../../lib/format";
import { t } from "../../state";
import { untilLockMs } from "../../state/idleLock";
import style from "./lock.module.css";

const TICK_MS = 1_000;

/** Said once, twenty seconds before a shared phone locks itself, and counted for the eye. Any touch is enough; the button says so. */
export function Warning() {
  const box = useRef<HTMLDivElement>(null);
  const left = useSecondsLeft();
  useEffect(() => {
    // Above whatever lies open; browsers without it show it above the page.
    box.current?.showPopover?.();
  }, []);
  return (
    <div class={style.warning} role="alert" popover="manual" ref={box}>
      <span class="spoken">{t("lock.soon")}</span>
      <span class={style.count} aria-hidden="true">
        <strong class={style.seconds}>{number(left)}</strong>
        <span>{t("lock.soon.seen", { n: left })}</span>
      </span>
      <Button kind="main">{t("lock.stay")}</Button>
    </div>
  );
}

function useSecondsLeft(): number {
  const [left, setLeft] = useState(secondsLeft);
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsLeft()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return left;
}

const secondsLeft = (): number => Math.max(0, Math.ceil(untilLockMs() / TICK_MS));
