import { t } from "../../../state";
import page from "../parts/page.module.css";

/** Revisions. */
export default function RevisionsRoom() {
  return <h1 class={page.title}>{t("desk.room.revisions")}</h1>;
}
