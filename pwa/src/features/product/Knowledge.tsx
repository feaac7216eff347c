import type { Care, Product } from "../../catalogue/types";
import { Fold } from "../../components/Fold";
import { snapshot, t, technologies } from "../../state";
import { hostOf } from "../need/facts";
import style from "./Knowledge.module.css";

/** What a seller can explain in half a minute: technologies, and how to look after it. */
export function Knowledge({ product }: { product: Product }) {
  const known = product.technologies.flatMap((id) => technologies.value.get(id) ?? []);
  const care = (snapshot.value?.care ?? []).filter((one) => product.care.includes(one.id));
  return (
    <>
      {known.length > 0 && (
        <section class={style.part}>
          <h2 class={style.title}>{t("product.technologies")}</h2>
          {known.map((one) => (
            <Fold key={one.id} title={one.name} line={one.line}>
              <p>{one.explanation}</p>
              {one.limits && (
                <p class={style.limits}>
                  <strong>{t("product.limits")}</strong> {one.limits}
                </p>
              )}
              <Source address={one.source} />
            </Fold>
          ))}
        </section>
      )}
      {care.length > 0 && (
        <section class={style.part}>
          <h2 class={style.title}>{t("product.care")}</h2>
          {care.map((one) => (
            <Fold key={one.id} title={one.title} line={one.steps[0]?.text}>
              <Steps care={one} />
            </Fold>
          ))}
        </section>
      )}
    </>
  );
}

function Steps({ care }: { care: Care }) {
  return (
    <ol class={style.steps}>
      {care.steps.map((step) => (
        <li key={step.text}>{step.text}</li>
      ))}
    </ol>
  );
}

/** A source as a short link; nothing where it is no address. */
export function Source({ address }: { address: string }) {
  const host = hostOf(address);
  if (!host) return null;
  return (
    <p class={style.source}>
      {t("product.source")}{" "}
      <a href={address} target="_blank" rel="noreferrer noopener">
        {host}
      </a>
    </p>
  );
}
