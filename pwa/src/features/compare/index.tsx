import { Check, X } from "lucide-preact";
import type { Product } from "../../catalogue/types";
import { BackBar } from "../../components/BackBar";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { Fold } from "../../components/Fold";
import { Gauge } from "../../components/Gauge";
import { Price } from "../../components/Price";
import { Fit, type ResultData } from "../../components/ResultRow";
import { Silhouette } from "../../components/Silhouette";
import { Skeleton } from "../../components/Skeleton";
import type { PageProps } from "../../lib/router";
import { attributes, back, href, navigate, products, snapshot, t } from "../../state";
import { rankedOf } from "../need/ranking";
import { resultOf } from "../need/result";
import { chosen, MOST, toggleChosen } from "./chosen";
import style from "./compare.module.css";
import { type Cell, decidingProperties, type FactRow, factRows, type GaugeRow, gaugeRows } from "./rows";

interface Side {
  product: Product;
  result: ResultData;
}

/** Up to three pieces side by side: what decides first, what is alike folded away. */
export default function ComparePage({ query }: PageProps) {
  const refs = (query.refs ?? chosen.value.join(",")).split(",").filter(Boolean).slice(0, MOST);
  const sides = refs.flatMap((ref): Side[] => {
    const product = products.value.get(ref);
    return product ? [{ product, result: resultOf(product, rankedOf(ref)) }] : [];
  });
  return (
    <article class={style.page}>
      <BackBar onBack={() => back("/advice")} />
      <h1 class={style.title}>{t("compare.title")}</h1>
      {!snapshot.value && <Skeleton shape="rows" />}
      {snapshot.value && sides.length < 2 && (
        <Empty title={t("compare.few.title")} text={t("compare.few.text")}>
          <Button href={href("/advice")}>{t("compare.few.action")}</Button>
        </Empty>
      )}
      {sides.length >= 2 && <Table sides={sides} />}
      {sides.length === 2 && (
        <Button wide href={href(`/show/${encodeURIComponent(refs[0] ?? "")}`, { with: refs[1] ?? "" })}>
          {t("show.open")}
        </Button>
      )}
    </article>
  );
}

function Table({ sides }: { sides: readonly Side[] }) {
  const criteria = snapshot.value?.finder.criteria ?? [];
  const spoke = sides.flatMap(({ product }) => {
    const ranked = rankedOf(product.ref);
    return ranked ? [...ranked.reasons, ...ranked.cautions] : [];
  });
  const facts = factRows(
    sides.map(({ product }) => product),
    attributes.value,
    decidingProperties(criteria, spoke),
  );
  const gauges = gaugeRows(sides.map(({ result }) => result.gauges));
  const equal = [...gauges, ...facts].filter(isEqual).length;
  return (
    <div class={style.table} style={{ "--sides": sides.length }}>
      <div class={style.heads}>
        {sides.map((side) => (
          <Head key={side.product.ref} side={side} all={sides} />
        ))}
      </div>
      <Rows gauges={gauges} facts={facts} equal={false} />
      {equal > 0 && (
        <Fold title={t("compare.equal", { n: equal })}>
          <Rows gauges={gauges} facts={facts} equal />
        </Fold>
      )}
    </div>
  );
}

const isEqual = (row: GaugeRow | FactRow): boolean => ("equal" in row ? row.equal : row.state === "equal");

/** The rows that are alike, or those that are not. */
function Rows({ gauges, facts, equal }: { gauges: readonly GaugeRow[]; facts: readonly FactRow[]; equal: boolean }) {
  return (
    <>
      {gauges
        .filter((row) => isEqual(row) === equal)
        .map((row) => (
          <Gauges key={row.id} row={row} />
        ))}
      {facts
        .filter((row) => isEqual(row) === equal)
        .map((row) => (
          <Facts key={row.id} row={row} />
        ))}
    </>
  );
}

function Head({ side, all }: { side: Side; all: readonly Side[] }) {
  const { product, result } = side;
  const rest = all.filter((other) => other !== side).map((other) => other.product.ref);
  return (
    <div class={style.head}>
      <Silhouette class={style.picture} drawing={result.drawing} colour={result.colour} />
      <h2 class={style.name}>
        <a href={href(`/product/${encodeURIComponent(product.ref)}`)}>{product.name}</a>
      </h2>
      {result.fit && <Fit fit={result.fit} />}
      {result.price && (
        <Price cents={result.price.cents} reference={result.price.reference} currency={result.currency} />
      )}
      <button
        type="button"
        class={style.remove}
        aria-label={t("compare.remove", { name: product.name })}
        onClick={() => {
          if (chosen.peek().includes(product.ref)) toggleChosen(product.ref);
          navigate(href("/compare", { refs: rest.join(",") }), { replace: true });
        }}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}

function Better() {
  return (
    <span class={style.better}>
      <Check aria-hidden="true" />
      {t("compare.better")}
    </span>
  );
}

function Gauges({ row }: { row: GaugeRow }) {
  return (
    <section class={style.row} aria-label={row.label}>
      {row.cells.map((cell, at) => (
        <div key={at} class={style.cell}>
          {cell ? <Gauge {...cell} size="large" /> : <p class={style.none}>{t("compare.none")}</p>}
          {row.better[at] && <Better />}
        </div>
      ))}
    </section>
  );
}

function Facts({ row }: { row: FactRow }) {
  return (
    <section class={style.row} aria-label={row.label}>
      <h3 class={style.label}>
        {row.label}
        {row.state === "methods" && <span class={style.methods}> {t("compare.methods")}</span>}
      </h3>
      {row.cells.map((cell, at) => (
        <FactCell key={at} cell={cell} />
      ))}
    </section>
  );
}

function FactCell({ cell }: { cell: Cell }) {
  return (
    <div class={style.cell}>
      {cell.text ? (
        <p class={cell.estimate ? style.estimate : ""}>
          <strong>{cell.text.figure}</strong> <span class={style.unit}>{cell.text.unit}</span>
          {cell.estimate && <span class="spoken"> {t("ui.gauge.estimate")}</span>}
        </p>
      ) : (
        <p class={style.none}>{t("ui.gauge.unknown")}</p>
      )}
      {cell.better && <Better />}
    </div>
  );
}
