import { products, t } from "../../state";
import { Row } from "../search/Row";
import style from "./scan.module.css";
import { forget, type Hit, hits } from "./session";

/** The pieces whose tags were read, the newest first; each opens by a tap. */
export function Hits() {
  const found = hits.value;
  return (
    <section class={style.hits} aria-label={t("scan.hits")} aria-live="polite">
      {found.length > 0 && (
        <div class={style.head}>
          <h2 class={style.title}>{t("scan.count", { n: found.length })}</h2>
          <button type="button" class={style.forget} onClick={forget}>
            {t("scan.forget")}
          </button>
        </div>
      )}
      <ul class={style.rows}>
        {found.map((hit) => (
          <One key={hit.key} hit={hit} />
        ))}
      </ul>
    </section>
  );
}

function One({ hit }: { hit: Hit }) {
  if (hit.state === "found") {
    // As the catalogue has it now: it may have come in another language, or with another price, since the tag was read.
    const product = products.value.get(hit.product.ref) ?? hit.product;
    const variant = product.variants.find(({ gtin }) => gtin === hit.variant?.gtin) ?? hit.variant;
    return <Row product={product} {...(variant ? { variant } : {})} />;
  }
  return (
    <li class={style.unknown}>
      <strong class={style.gtin}>{hit.gtin.replace(/^0+(?=\d{8})/, "")}</strong>
      <span>{t("scan.unknown")}</span>
    </li>
  );
}
