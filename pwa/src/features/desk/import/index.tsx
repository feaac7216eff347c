import { t } from "../../../state";
import page from "../parts/page.module.css";

/** Import. */
export default function ImportRoom() {
  return <h1 class={page.title}>{t("desk.room.import")}</h1>;
}
