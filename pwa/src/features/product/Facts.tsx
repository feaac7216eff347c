import type { Product, Provenance } from "../../catalogue/types";
import { Fold } from "../../components/Fold";
import { attributes, t, technologies } from "../../state";
import { type Fact, factsOf, factText, hostOf } from "../need/facts";
import style from "./Facts.module.css";
import { Source } from "./Knowledge";

/** All that is known, each value with where it comes from, and what was set aside. */
export function Facts({ product }: { product: Product }) {
  const facts = factsOf(product, attributes.value);
  return (
    <section class={style.part}>
      <h2 class={style.title}>{t("product.facts")}</h2>
      <ul>
        {facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} />
        ))}
      </ul>
      <SetAside product={product} />
      {product.sources.length > 0 && (
        <Fold title={t("product.sources", { n: product.sources.length })}>
          {product.sources.map((address) => (
            <Source key={address} address={address} />
          ))}
        </Fold>
      )}
    </section>
  );
}

function FactRow({ fact }: { fact: Fact }) {
  const { property, text } = fact;
  return (
    <li>
      <details class={style.fact}>
        <summary class={style.row}>
          <span class={style.label}>{fact.label}</span>
          <span class={style.told}>
            <span class={`${style.value} ${property.provenance === "estimate" ? style.estimate : ""}`}>
              {text.figure}
              {text.unit && <span class={style.unit}> {text.unit}</span>}
            </span>
            <Mark provenance={property.provenance} />
          </span>
        </summary>
        <div class={style.more}>
          {fact.attribute?.explanation && <p>{fact.attribute.explanation}</p>}
          <p class={style.from}>{t(`provenance.${property.provenance}.long`, { name: nameOf(property.source) })}</p>
          <Source address={property.source} />
        </div>
      </details>
    </li>
  );
}

/** Where a value comes from, in one short word. */
function Mark({ provenance }: { provenance: Provenance }) {
  return <span class={`${style.mark} ${style[provenance] ?? ""}`}>{t(`provenance.${provenance}`)}</span>;
}

const nameOf = (source: string): string => technologies.value.get(source)?.name ?? "";

function SetAside({ product }: { product: Product }) {
  if (product.set_aside.length === 0) return null;
  return (
    <Fold title={t("product.set_aside", { n: product.set_aside.length })} line={t("product.set_aside.line")}>
      {product.set_aside.map((one) => {
        const attribute = attributes.value.get(one.property);
        const text = factText(attribute, one.value);
        return (
          <div key={`${one.property} ${one.value} ${one.source}`} class={style.aside}>
            <p>
              {attribute?.label ?? one.property} <s>{`${text.figure} ${text.unit}`.trim()}</s>
            </p>
            <p class={style.from}>{one.reason}</p>
            {hostOf(one.source) && <Source address={one.source} />}
          </div>
        );
      })}
    </Fold>
  );
}
