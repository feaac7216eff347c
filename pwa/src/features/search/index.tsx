import { useEffect } from "preact/hooks";
import type { Snapshot } from "../../catalogue/types";
import { Skeleton } from "../../components/Skeleton";
import type { PageProps } from "../../lib/router";
import { href, navigate, snapshot, stock, t, variants } from "../../state";
import { Tray } from "../compare/Tray";
import { Browse } from "./Browse";
import { CodeAnswer } from "./CodeAnswer";
import { findCode } from "./codes";
import { type Engine, isSearchable } from "./engine";
import { FilterBar } from "./FilterBar";
import { FACETS, type Narrowing, narrow } from "./facets";
import { Nothing } from "./Nothing";
import { Results } from "./Results";
import { SearchField } from "./SearchField";
import style from "./search.module.css";
import { engine, learnSynonyms } from "./searching";

/** Find a piece by name, technology, colour or number. What is asked stands in the address, so that "back" finds it. */
export default function Search({ query }: PageProps) {
  useEffect(learnSynonyms, []);
  const catalogue = snapshot.value;
  return (
    <div class={style.page}>
      <h1 class="spoken">{t("nav.search")}</h1>
      <SearchField text={query.q ?? ""} onText={(q) => ask({ ...query, q })} />
      {catalogue && engine.value ? (
        <Answer catalogue={catalogue} engine={engine.value} query={query} />
      ) : (
        <Skeleton shape="rows" headed />
      )}
      <Tray />
    </div>
  );
}

const ask = (query: Record<string, string | undefined>) => navigate(href("/search", query), { replace: true });

interface AnswerProps {
  catalogue: Snapshot;
  engine: Engine;
  query: Record<string, string>;
}

function Answer({ catalogue, engine: searched, query }: AnswerProps) {
  const text = (query.q ?? "").trim();
  const chosen: Narrowing = Object.fromEntries(FACETS.map((facet) => [facet, query[facet]]));
  const code = findCode(text, variants.value);
  if (code && code.state !== "partial") return <CodeAnswer code={code} />;
  if (!isSearchable(text) && FACETS.every((facet) => !chosen[facet]))
    return <Browse onCategory={(category) => ask({ ...query, category })} />;
  return (
    <>
      {code && code.found.length > 0 && <CodeAnswer code={code} />}
      <Found catalogue={catalogue} engine={searched} query={query} text={text} chosen={chosen} />
    </>
  );
}

/** What is found, with what it can be narrowed by; where nothing is, the ways on. */
function Found({
  catalogue,
  engine: searched,
  query,
  text,
  chosen,
}: AnswerProps & { text: string; chosen: Narrowing }) {
  const everything = { products: catalogue.products, close: false, meant: null };
  const { products, close, meant } = isSearchable(text) ? searched.find(text) : everything;
  const found = narrow(products, chosen, stock.value);
  return (
    <>
      <FilterBar chosen={chosen} options={found.options} onChoose={(facet, id) => ask({ ...query, [facet]: id })} />
      {found.products.length > 0 ? (
        <Results asked={JSON.stringify(query)} products={found.products} close={close} meant={meant} />
      ) : (
        <Nothing
          text={text}
          near={products.length === 0 ? searched.near(text) : []}
          chosen={chosen}
          without={found.without}
          onDrop={(facet) => ask(facet ? { ...query, [facet]: undefined } : { q: query.q })}
        />
      )}
    </>
  );
}
