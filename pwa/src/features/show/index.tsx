import { RotateCw, X } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { Skeleton } from "../../components/Skeleton";
import type { PageProps } from "../../lib/router";
import { back, href, products, snapshot, t } from "../../state";
import { useAwake } from "./awake";
import { Languages } from "./Languages";
import { useCustomersLanguage } from "./language";
import { Pair } from "./Pair";
import { Piece } from "./Piece";
import { shownPiece } from "./piece";
import style from "./show.module.css";

/** The phone turned to the customer: large, in their language, nothing internal. `with` names a second piece beside it. */
export default function ShowPage({ params, query }: PageProps) {
  useCustomersLanguage();
  useAwake();
  const [turned, setTurned] = useState(false);
  const turn = () => {
    setTurned(!turned);
    // Turned round, the head of the page is at its end.
    requestAnimationFrame(() => scrollTo(0, turned ? 0 : document.documentElement.scrollHeight));
  };
  const product = products.value.get(params.ref ?? "");
  const other = products.value.get(query.with ?? "");
  return (
    <article class={`${style.page} ${turned ? style.turned : ""}`}>
      <div class={style.bar}>
        <button type="button" class={style.sign} onClick={() => back("/advice")} aria-label={t("ui.close")}>
          <X aria-hidden="true" />
        </button>
        <Languages />
        <button type="button" class={style.sign} onClick={turn} aria-label={t("show.turn")} aria-pressed={turned}>
          <RotateCw aria-hidden="true" />
        </button>
      </div>
      {!product && <Missing />}
      {product && !other && <Piece shown={shownPiece(product, indexOf(query.colour))} />}
      {product && other && <Pair pair={[shownPiece(product), shownPiece(other)]} />}
    </article>
  );
}

/** The colour of the address, where it names one. */
const indexOf = (colour: string | undefined): number | undefined => (colour ? Number(colour) : undefined);

function Missing() {
  if (!snapshot.value) return <Skeleton shape="product" />;
  return (
    <Empty heading="h1" drawing="fog" title={t("product.missing.title")} text={t("product.missing.text")}>
      <Button href={href("/search")}>{t("product.missing.search")}</Button>
    </Empty>
  );
}
