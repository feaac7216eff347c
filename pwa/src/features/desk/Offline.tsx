import { online, t } from "../../state";
import style from "./desk.module.css";

/** The desk asks the server for everything it shows: without a network it says so, and that nothing begun is lost. */
export function Offline() {
  return (
    <p role="status" class={style.offline}>
      {online.value ? "" : t("desk.offline")}
    </p>
  );
}
