import { t } from "../../../state";
import page from "../parts/page.module.css";
import type { RoomProps } from "../rooms";
import { Dropping } from "./Dropping";
import { Mapping } from "./Mapping";
import { Recent } from "./Recent";
import { Remembered } from "./Remembered";
import { Road } from "./Road";
import { Templates } from "./Templates";
import { TrialView } from "./TrialView";
import { useSending } from "./useSending";

/** From the supplier's file to what it would change, to published: the road is always in sight. */
export default function ImportRoom({ id, query }: RoomProps) {
  if (id && query.columns) return <Mapping key={id} id={id} />;
  return id ? <TrialView key={id} id={id} /> : <Start />;
}

function Start() {
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("import.title")}</h1>
          <p class={page.lead}>{t("import.lead")}</p>
        </div>
      </header>
      <Road at="file" />
      <Dropping sending={useSending()} action={t("import.choose")} text={t("import.drop")} />
      <Templates />
      <Recent />
      <div class={page.part}>
        <Remembered />
      </div>
    </>
  );
}
