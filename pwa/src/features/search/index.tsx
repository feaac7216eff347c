import { computed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Product, Snapshot } from "../../catalogue/types";
import { Empty } from "../../components/Empty";
import { Skeleton } from "../../components/Skeleton";
import type { PageProps } from "../../lib/router";
import { href, navigate, snapshot, stock, t, variants } from "../../state";
import { Browse } from "./Browse";
import { CodeAnswer } from "./CodeAnswer";
import { findCode } from "./codes";
import { type Engine, isSearchable, makeEngine } from "./engine";
import { FilterBar } from "./FilterBar";
import { FACETS, type Narrowing, narrow } from "./facets";
import { Results } from "./Results";
import { SearchField } from "./SearchField";
import style from "./search.module.css";

const engine = computed(() => (snapshot.value ? makeEngine(snapshot.value) : null));

/** Find a piece by name, technology, colour or number. What is asked stands in the address, so that "back" finds it. */
export default function Search({ query }: PageProps) {
  useEffect(warmUp, []);
  const catalogue = snapshot.value;
  return (
    <div class={style.page}>
      <h1 class="spoken">{t("nav.search")}</h1>
      <SearchField text={query.q ?? ""} onText={(q) => ask({ ...query, q })} />
      {catalogue && engine.value ? (
        <Answer catalogue={catalogue} engine={engine.value} query={query} />
      ) : (
        <Skeleton shape="rows" />
      )}
    </div>
  );
}

const ask = (query: Record<string, string | undefined>) => navigate(href("/search", query), { replace: true });

/** Index while the seller is still looking for the first key. */
function warmUp(): () => void {
  const timer = setTimeout(() => void engine.value, 0);
  return () => clearTimeout(timer);
}

interface AnswerProps {
  catalogue: Snapshot;
  engine: Engine;
  query: Record<string, string>;
}

function Answer({ catalogue, engine: searched, query }: AnswerProps) {
  const text = (query.q ?? "").trim();
  const chosen: Narrowing = Object.fromEntries(FACETS.map((facet) => [facet, query[facet]]));
  const narrowed = FACETS.some((facet) => chosen[facet]);
  const code = findCode(text, variants.value);
  if (code && code.state !== "partial") return <CodeAnswer code={code} />;
  if (!isSearchable(text) && !narrowed) return <Browse onCategory={(category) => ask({ ...query, category })} />;
  const { products, close } = isSearchable(text) ? searched.find(text) : { products: catalogue.products, close: false };
  const found = narrow(products, chosen, stock.value);
  return (
    <>
      {code && code.found.length > 0 && <CodeAnswer code={code} />}
      <FilterBar chosen={chosen} options={found.options} onChoose={(facet, id) => ask({ ...query, [facet]: id })} />
      <Found products={found.products} close={close} narrowed={narrowed} query={query} text={text} />
    </>
  );
}

interface FoundProps {
  products: Product[];
  close: boolean;
  narrowed: boolean;
  query: Record<string, string>;
  text: string;
}

function Found({ products, close, narrowed, query, text }: FoundProps) {
  if (products.length) return <Results products={products} close={close} key={JSON.stringify(query)} />;
  return (
    <Empty
      drawing="cairn"
      title={t("search.none.title", { text: text || t("search.none.filters") })}
      text={t("search.none.text")}
    >
      {narrowed && (
        <button type="button" class={style.way} onClick={() => ask({ q: query.q })}>
          {t("search.none.unfilter")}
        </button>
      )}
      <a class={style.way} href="#/advice">
        {t("search.none.advice")}
      </a>
    </Empty>
  );
}
