import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../components/Button";
import { t } from "../../state";
import style from "./lock.module.css";

/** Said once, twenty seconds before a shared phone locks itself. Any touch is enough; the button says so. */
export function Warning() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Above whatever lies open; browsers without it show it above the page.
    box.current?.showPopover?.();
  }, []);
  return (
    <div class={style.warning} role="alert" popover="manual" ref={box}>
      <span>{t("lock.soon")}</span>
      <Button kind="main">{t("lock.stay")}</Button>
    </div>
  );
}
