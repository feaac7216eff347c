import { Button } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import { say } from "../../../components/Toast";
import { cancelChange, fetchChanges, type PriceChange } from "../../../lib/apiPrices";
import { longDay, yearlyDate } from "../../../lib/format";
import { log } from "../../../lib/log";
import { href, t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import { Failed } from "../parts/Failed";
import page from "../parts/page.module.css";
import { reasonOf } from "../parts/reason";
import { useAsked } from "../parts/useAsked";
import { useName } from "../parts/useName";
import { useShops } from "../parts/useShops";
import { Waiting } from "../parts/Waiting";
import style from "./changes.module.css";

/** What the system will publish by itself, and how what was planned ended. */
export function Changes({ wanted, mayWrite }: { wanted: string | undefined; mayWrite: boolean }) {
  const { id: shop } = useShops(wanted);
  const asked = useAsked(shop ? `changes ${shop}` : null, (signal) => fetchChanges(shop, signal));
  useName(t("prices.changes.title"));
  const cancel = async (change: PriceChange) => {
    try {
      await cancelChange(change.id);
      say(t("prices.changes.cancelled"));
    } catch (cause) {
      log.info("change not cancelled", cause);
      say(reasonOf(cause));
    }
    asked.again();
  };
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("prices.changes.title")}</h1>
          <p class={page.lead}>{t("prices.changes.lead")}</p>
        </div>
        <Button href={href("/desk/prices", { shop: wanted })}>{t("prices.changes.back")}</Button>
      </header>
      {asked.failure && !asked.data && <Failed text={asked.failure} onAgain={asked.again} />}
      {!asked.data && !asked.failure && <Waiting rows={3} />}
      {asked.data?.length === 0 && (
        <Empty drawing="tent" title={t("prices.changes.none")} text={t("prices.changes.none.text")} />
      )}
      <ul class={style.changes}>
        {asked.data?.map((change) => (
          <li key={change.id} class={style.change}>
            <div>
              <h2 class={style.when}>{whenOf(change)}</h2>
              <p>
                {change.name} · {t("prices.changes.count", { n: change.count })}
              </p>
              <p class={page.note}>
                {t("prices.changes.by", { author: change.author, when: yearlyDate(change.created_at) })}
              </p>
              {change.problem && <p class={style.warning}>{change.problem}</p>}
            </div>
            <div class={style.ways}>
              <span class={`${style.state} ${style[change.state] ?? ""}`}>
                {t(`prices.changes.is.${change.state}`)}
              </span>
              <Button kind="quiet" href={href(`/desk/import/${change.import_id}`)}>
                {t("prices.changes.open")}
              </Button>
              {mayWrite && change.state === "planned" && (
                <ConfirmButton
                  confirm={t("prices.changes.cancel.confirm", { n: change.count })}
                  onConfirm={() => void cancel(change)}
                >
                  {t("prices.changes.cancel")}
                </ConfirmButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** "mercredi 6 janvier, 08:00, heure de Paris": by the shop's clock, whatever the clock of this machine. */
export function whenOf({ local, zone }: Pick<PriceChange, "local" | "zone">): string {
  const [day = "", clock = ""] = (local ?? "").split("T");
  const place = zone.split("/").at(-1)?.replace(/_/g, " ") ?? zone;
  return t("prices.changes.when", { day: `${longDay(day)} ${day.slice(0, 4)}`, time: clock, place });
}
