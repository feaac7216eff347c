import { useEffect, useState } from "preact/hooks";
import reading from "../../components/reading.module.css";
import { fetchRemarks, type Remark } from "../../lib/api";
import { moment } from "../../lib/format";
import { log } from "../../lib/log";
import { href, products, shopId, t } from "../../state";
import { nameOf } from "../need/piece";
import style from "./questions.module.css";

/** What customers remarked in this shop, for those who may read it; it is not kept on the phone. */
export function Remarks() {
  const list = useRemarks();
  if (list === null) return null;
  return (
    <section class={reading.part}>
      <h2 class={reading.heading}>{t("questions.remarks")}</h2>
      {list === "failed" && <p class={reading.text}>{t("questions.remarks.offline")}</p>}
      {list !== "failed" && list.length === 0 && <p class={reading.text}>{t("questions.remarks.none")}</p>}
      {list !== "failed" && (
        <ul>
          {list.map((remark) => (
            <Line key={remark.id} remark={remark} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ remark }: { remark: Remark }) {
  const product = remark.ref ? products.value.get(remark.ref) : undefined;
  return (
    <li class={style.question}>
      <p class={style.asked}>{t("ui.quote", { text: remark.text })}</p>
      <p class={style.context}>
        {product ? (
          <a href={href(`/product/${encodeURIComponent(product.ref)}`)}>{nameOf(product)}</a>
        ) : (
          <span>{t(`questions.about.${remark.about}`)}</span>
        )}
        <span>{moment(remark.said_at)}</span>
      </p>
    </li>
  );
}

function useRemarks(): readonly Remark[] | "failed" | null {
  const [list, setList] = useState<readonly Remark[] | "failed" | null>(null);
  useEffect(() => {
    const shop = shopId.peek();
    if (!shop) return undefined;
    const leaving = new AbortController();
    fetchRemarks(shop, leaving.signal).then(setList, (cause: unknown) => {
      if (leaving.signal.aborted) return;
      log.info("remarks not read", cause);
      setList("failed");
    });
    return () => leaving.abort();
  }, []);
  return list;
}
