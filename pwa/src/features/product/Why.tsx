import { Check, CircleAlert } from "lucide-preact";
import type { Product } from "../../catalogue/types";
import { Gauges } from "../../components/Gauges";
import type { ResultData } from "../../components/ResultRow";
import { type Line, sentences } from "../../finder/explain";
import type { Ranked } from "../../finder/ranked";
import { answers, attributes, snapshot, t } from "../../state";
import { hasNeed } from "../need/ranking";
import style from "./Why.module.css";

interface Props {
  product: Product;
  ranked: Ranked | null;
  result: ResultData;
  /** A fuller answer to why not stands below. */
  judged: boolean;
}

/** What to say about the piece for this customer; without a need, what it is for. */
export function Why({ product, ranked, result, judged }: Props) {
  const finder = snapshot.value?.finder;
  const said = finder && ranked ? sentences(finder, product, ranked, answers.value) : null;
  return (
    <>
      <section class={style.say}>
        {hasNeed.value && !ranked && !judged && <p class={style.excluded}>{t("product.excluded")}</p>}
        <p class={style.benefit}>{said ? t("ui.quote", { text: said.say.benefit }) : product.use}</p>
        {said?.say.limit && <p class={style.limit}>{said.say.limit}</p>}
        {said?.say.check && (
          <p class={style.check}>
            <strong>{t("product.check")}</strong> {said.say.check}
          </p>
        )}
      </section>
      <section class={style.gauges} aria-label={t("ui.gauges")}>
        <Gauges gauges={result.gauges} size="large" />
      </section>
      {said && <Reasons reasons={said.reasons} cautions={said.cautions.slice(1)} />}
      {said && <Unknowns ids={said.unknown} />}
    </>
  );
}

function Reasons({ reasons, cautions }: { reasons: readonly Line[]; cautions: readonly Line[] }) {
  if (reasons.length + cautions.length === 0) return null;
  return (
    <section class={style.reasons}>
      <h2 class={style.title}>{t("product.why")}</h2>
      <ul>
        {reasons.map((line) => (
          <li key={line.code} class={style.reason}>
            <Check aria-hidden="true" />
            {line.text}
          </li>
        ))}
        {cautions.map((line) => (
          <li key={line.code} class={`${style.reason} ${style.caution}`}>
            <CircleAlert aria-label={t("product.caution")} />
            {line.text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unknowns({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null;
  const labels = ids.map((id) => attributes.value.get(id)?.label ?? id);
  return (
    <p class={style.unknown}>
      <strong>{t("product.unknown")}</strong> {labels.join(", ")}
    </p>
  );
}
