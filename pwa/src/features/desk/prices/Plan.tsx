import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { say } from "../../../components/Toast";
import { fetchChangeOf, type PriceChange, planChange } from "../../../lib/apiPrices";
import { log } from "../../../lib/log";
import { href, navigate, t } from "../../../state";
import { Failed } from "../parts/Failed";
import { Field } from "../parts/Field";
import page from "../parts/page.module.css";
import { reasonOf } from "../parts/reason";
import { useAsked } from "../parts/useAsked";
import { useName } from "../parts/useName";
import { Waiting } from "../parts/Waiting";
import { whenOf } from "./Changes";
import style from "./changes.module.css";

/** The hour at which the system publishes a change that was tried out. */
export function Plan({ importId }: { importId: string }) {
  const asked = useAsked(`change of ${importId}`, (signal) => fetchChangeOf(importId, signal));
  useName(t("prices.plan.title"));
  const { data } = asked;
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("prices.plan.title")}</h1>
          {data && (
            <p class={page.lead}>
              {data.name} · {t("prices.changes.count", { n: data.count })}
            </p>
          )}
        </div>
      </header>
      {asked.failure && !data && <Failed text={asked.failure} onAgain={asked.again} />}
      {!data && !asked.failure && <Waiting rows={3} />}
      {data && <Form change={data} />}
    </>
  );
}

function Form({ change }: { change: PriceChange }) {
  const [day, setDay] = useState("");
  const [clock, setClock] = useState("08:00");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const place = change.zone.split("/").at(-1) ?? change.zone;
  const isWhole = /^\d{4}-\d{2}-\d{2}$/.test(day) && /^\d{2}:\d{2}$/.test(clock);
  const plan = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await planChange(change.id, day, clock);
      say(t("prices.plan.done"));
      navigate(href("/desk/prices/changes", { shop: change.shop }).slice(1));
    } catch (cause) {
      log.info("change not planned", cause);
      setFailure(reasonOf(cause));
      setBusy(false);
    }
  };
  return (
    <form
      class={style.plan}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole && !busy) void plan();
      }}
    >
      <Field label={t("prices.plan.day")} kind="date" value={day} onInput={setDay} />
      <Field label={t("prices.plan.time")} value={clock} onInput={setClock} help={t("prices.plan.zone", { place })} />
      {isWhole && <p class={style.sum}>{whenOf({ local: `${day}T${clock}`, zone: change.zone })}</p>}
      <p class={page.note}>{t("prices.plan.text")}</p>
      <div class={style.ways}>
        <Button kind="main" type="submit" disabled={!isWhole || busy}>
          {t("prices.plan.do", { n: change.count })}
        </Button>
        <Button kind="quiet" href={href(`/desk/import/${change.import_id}`)}>
          {t("prices.plan.back")}
        </Button>
      </div>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </form>
  );
}
