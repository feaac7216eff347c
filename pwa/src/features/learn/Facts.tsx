import { href, products, t } from "../../state";
import type { Card, CardFact } from "../../training/types";
import { hostOf } from "../need/facts";
import { nameOf } from "../need/piece";
import style from "./facts.module.css";

/** What the reason rests on, piece by piece, each value with who says so. */
export function Facts({ card }: { card: Card }) {
  if (card.facts.length === 0) return null;
  const refs = [...new Set(card.facts.map(({ ref }) => ref ?? null))];
  return (
    <section class={style.facts} aria-labelledby="learn-facts">
      <h2 id="learn-facts" class={style.heading}>
        {t("learn.facts")}
      </h2>
      {refs.map((ref) => (
        <Group key={ref ?? ""} of={ref} facts={card.facts.filter((fact) => (fact.ref ?? null) === ref)} />
      ))}
    </section>
  );
}

function Group({ of, facts }: { of: string | null; facts: readonly CardFact[] }) {
  const piece = products.value.get(of ?? "");
  return (
    <div class={style.group}>
      {piece && (
        <h3 class={style.piece}>
          <a href={href(`/product/${encodeURIComponent(piece.ref)}`)}>{nameOf(piece)}</a>
        </h3>
      )}
      <dl>
        {facts.map((fact) => (
          <div key={`${fact.attribute} ${fact.text}`} class={style.fact}>
            <dt>{fact.label}</dt>
            <dd>
              <strong class={style.value}>{fact.text}</strong>
              <Source fact={fact} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Who says so, in one word, with the way there where it is an address. */
function Source({ fact: { provenance, source } }: { fact: CardFact }) {
  const host = hostOf(source);
  const word = t(`learn.provenance.${provenance}`);
  if (!host) return <span class={style.source}>{word}</span>;
  return (
    <a class={style.source} href={source} target="_blank" rel="noreferrer noopener">
      {t("learn.source", { word, host })}
    </a>
  );
}
