import { X } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Product } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { type ResultData, ResultRow } from "../../components/ResultRow";
import type { Refined as Answer, Step } from "../../finder";
import { href, products, t } from "../../state";
import { Deeds } from "../advice/Deeds";
import { Ways } from "../advice/Relaxations";
import { rankedOf } from "../need/ranking";
import { refined, refinement, refinementWords } from "../need/refinement";
import { resultOf } from "../need/result";
import style from "./refine.module.css";

const PAGE = 12;
const TOLD = 3;

/** What is better than the piece at hand in the way asked for, each with what it costs; where nothing is, the way on. */
export function Refined() {
  const answer = refined.value;
  const words = refinementWords.value;
  if (!answer || !words) return null;
  return (
    <section class={style.refined} aria-label={words}>
      <button type="button" class={style.wish} onClick={stopRefining} aria-label={t("refine.stop")}>
        <span>{words}</span>
        <X aria-hidden="true" />
      </button>
      <OwnColours answer={answer} />
      {answer.results.length > 0 ? <Steps steps={answer.results} /> : <Nothing answer={answer} words={words} />}
    </section>
  );
}

export function stopRefining(): void {
  refinement.value = null;
}

function Steps({ steps }: { steps: readonly Step[] }) {
  const [pages, setPages] = useState(1);
  const shown = steps.slice(0, pages * PAGE);
  const more = Math.min(PAGE, steps.length - shown.length);
  return (
    <>
      {shown.map((step) => (
        <StepRow key={step.ref} step={step} />
      ))}
      {more > 0 && (
        <Button wide onClick={() => setPages(pages + 1)}>
          {t("advice.more", { n: more })}
        </Button>
      )}
    </>
  );
}

function StepRow({ step }: { step: Step }) {
  const product = products.value.get(step.ref);
  if (!product) return null;
  return (
    <ResultRow result={withStep(resultOf(product, rankedOf(step.ref)), step)}>
      <Deeds product={product} />
    </ResultRow>
  );
}

/** What the step brings and what it costs; the figures first, then what the need misses. */
function withStep(result: ResultData, { gain, also, lost, misses }: Step): ResultData {
  const gains = gain ? [gain] : also.slice(0, 1);
  const costs = [...lost, ...misses].map(({ text }) => text).filter((text) => text !== result.limit);
  return { ...result, step: { gain: gains.map(({ text }) => text).join(", "), lost: costs.slice(0, TOLD) } };
}

function Nothing({ answer, words }: { answer: Answer; words: string }) {
  const from = products.value.get(answer.from);
  return (
    <>
      <p class={style.none}>
        <strong>{t("refine.none.title", { words })}.</strong>{" "}
        {answer.relaxations.length ? t("refine.none.ways") : t("refine.none.best")}
      </p>
      <Ways ways={answer.relaxations} />
      {answer.nearest.length > 0 && (
        <>
          <h3 class={style.nearest}>{t("refine.none.nearest")}</h3>
          <Steps steps={answer.nearest} />
        </>
      )}
      {answer.nearest.length === 0 && from && <Button onClick={stopRefining}>{t("refine.stop")}</Button>}
    </>
  );
}

/** Another colour may be the same piece: what is here of each. */
function OwnColours({ answer }: { answer: Answer }) {
  const product = products.value.get(answer.from);
  if (!product || answer.colours.length < 2) return null;
  return (
    <div class={style.colours}>
      <h3 class={style.nearest}>{t("refine.colours")}</h3>
      <ul>
        {answer.colours.map(({ colour, stock }) => (
          <li key={colour}>
            <a
              class={style.colour}
              href={href(`/product/${encodeURIComponent(product.ref)}`, { colour: String(colour) })}
            >
              <i style={{ background: product.colours[colour]?.hex ?? "none" }} aria-hidden="true" />
              {colourLine(product, colour, stock)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function colourLine(product: Product, colour: number, stock: number | null): string {
  const name = product.colours[colour]?.name ?? "";
  if (stock === null) return t("refine.colour.unknown", { name });
  return t(stock > 0 ? "refine.colour.here" : "refine.colour.none", { name, n: stock });
}
