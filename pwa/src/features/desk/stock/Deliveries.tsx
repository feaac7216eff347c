import { fetchDeliveries } from "../../../lib/apiStock";
import { moment } from "../../../lib/format";
import { t } from "../../../state";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import style from "./stock.module.css";

/** What suppliers brought lately; nothing while nobody recorded any. */
export function Deliveries({ shop }: { shop: string }) {
  const { data } = useAsked(`deliveries ${shop}`, (signal) => fetchDeliveries(shop, signal));
  if (!data || data.length === 0) return null;
  return (
    <section class={page.part}>
      <h2 class={page.heading}>{t("stock.deliveries")}</h2>
      <ul class={style.story}>
        {data.map(({ id, note, at, author, lines, pieces }) => (
          <li key={id}>
            <p class={style.said}>
              <strong>{note || t("stock.deliveries.one")}</strong>
              <span>{t("stock.pieces.came", { n: pieces })}</span>
            </p>
            <p class={page.note}>{[moment(at), author, t("stock.lines", { n: lines })].join(" · ")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
