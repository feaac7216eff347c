import { session, t } from "../../state";
import { Conflicts } from "./Conflicts";
import { Files } from "./Files";
import { Head } from "./Head";
import style from "./outbox.module.css";
import { Phones } from "./Phones";
import { Refused } from "./Refused";
import { Waiting } from "./Waiting";

/** What this phone has recorded and the server has not taken: what waits, what was refused, and the ways out. */
export default function OutboxPage() {
  const isManager = session.value?.person.role === "manager";
  return (
    <div class={style.page}>
      <Head />
      <Waiting />
      <Refused />
      <Files isManager={isManager} />
      {isManager && (
        <>
          <Conflicts />
          <Phones />
        </>
      )}
      <p class={style.foot}>{t("outbox.promise")}</p>
    </div>
  );
}
