import { t } from "../../../state";
import page from "../parts/page.module.css";

/** Home. */
export default function HomeRoom() {
  return <h1 class={page.title}>{t("desk.room.home")}</h1>;
}
