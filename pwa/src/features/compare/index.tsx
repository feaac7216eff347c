import { Check, X } from "lucide-preact";
import type { Product } from "../../catalogue/types";
import { BackBar } from "../../components/BackBar";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { Fold } from "../../components/Fold";
import { Gauge } from "../../components/Gauge";
import { Picture } from "../../components/Picture";
import { Price } from "../../components/Price";
import { Fit, type ResultData } from "../../components/ResultRow";
import { Skeleton } from "../../components/Skeleton";
import type { PageProps } from "../../lib/router";
import { attributes, back, href, navigate, products, snapshot, t } from "../../state";
import { hasNeed, rankedOf } from "../need/ranking";
import { resultOf } from "../need/result";
import { whyOf } from "../need/why";
import { chosen, MOST, toggleChosen } from "./chosen";
import style from "./compare.module.css";
import { decidingBy } from "./deciding";
import { type Cell, type FactRow, factRows, type GaugeRow, gaugeRows, judgedOnce } from "./rows";

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
      {!snapshot.value && <Skeleton shape="rows" headed />}
      {snapshot.value && sides.length < 2 && (
        <Empty drawing="rope" title={t("compare.few.title")} text={t("compare.few.text")}>
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
  const { matter, other, equal } = sortedRows(sides);
  return (
    <div class={style.table} style={{ "--sides": sides.length }}>
      <div class={style.heads}>
        {sides.map((side) => (
          <Head key={side.product.ref} side={side} all={sides} />
        ))}
      </div>
      {hasNeed.value && matter.length > 0 && <h2 class={style.matter}>{t("compare.matter")}</h2>}
      <Rows rows={matter} />
      {other.length > 0 && (
        <Fold title={t("compare.other", { n: other.length })}>
          <Rows rows={other} />
        </Fold>
      )}
      {equal.length > 0 && (
        <Fold title={t("compare.equal", { n: equal.length })}>
          <Rows rows={equal} />
        </Fold>
      )}
    </div>
  );
}

type Row = GaugeRow | FactRow;

/** The differences that decide for this need first, by how much they do; the others and what is alike are folded away. */
function sortedRows(sides: readonly Side[]): { matter: Row[]; other: Row[]; equal: Row[] } {
  const finder = snapshot.value?.finder;
  const whys = sides.flatMap(({ product }) => whyOf(product) ?? []);
  const deciding = finder ? decidingBy(finder, whys) : new Map<string, number>();
  const list = sides.map(({ product }) => product);
  const gauges = gaugeRows(sides.map(({ result }) => result.gauges));
  const facts = factRows(list, attributes.value, new Set(deciding.keys())).filter(({ id }) => !GAUGED.has(id));
  const all: Row[] = [...gauges, ...judgedOnce(facts, gauges)];
  const weight = ({ id }: Row): number => deciding.get(id) ?? 0;
  const different = all.filter((row) => !isEqual(row)).sort((a, b) => weight(b) - weight(a));
  const matter = different.filter((row) => weight(row) > 0);
  // Without a need every difference may matter.
  return matter.length > 0
    ? { matter, other: different.filter((row) => weight(row) === 0), equal: all.filter(isEqual) }
    : { matter: different, other: [], equal: all.filter(isEqual) };
}

/** Marks of ours that a gauge shows already. */
const GAUGED: ReadonlySet<string> = new Set(["warmth", "breathability", "dexterity"]);

const isEqual = (row: Row): boolean => ("equal" in row ? row.equal : row.state === "equal");

function Rows({ rows }: { rows: readonly Row[] }) {
  return rows.map((row) =>
    "equal" in row ? <Gauges key={`gauge ${row.id}`} row={row} /> : <Facts key={row.id} row={row} />,
  );
}

function Head({ side, all }: { side: Side; all: readonly Side[] }) {
  const { product, result } = side;
  const rest = all.filter((other) => other !== side).map((other) => other.product.ref);
  return (
    <div class={style.head}>
      <Picture class={style.picture} photo={result.photo} drawing={result.drawing} colour={result.colour} />
      <h2 class={style.name}>
        <a href={href(`/product/${encodeURIComponent(product.ref)}`)}>{result.name}</a>
      </h2>
      {result.fit ? <Fit fit={result.fit} /> : <p class={style.out}>{hasNeed.value && t("compare.out")}</p>}
      {result.price && (
        <Price cents={result.price.cents} reference={result.price.reference} currency={result.currency} />
      )}
      <button
        type="button"
        class={style.remove}
        aria-label={t("compare.remove", { name: result.name })}
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
          {cell ? <Gauge {...cell} size="large" /> : <p class={style.nothing}>{t("compare.none")}</p>}
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
