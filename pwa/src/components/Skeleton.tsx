import { t } from "../lib/i18n";
import style from "./Skeleton.module.css";

interface Props {
  /** Which layout is on its way. */
  shape: "rows" | "product" | "questions";
  /** Whether the page is headed by something else meanwhile. */
  headed?: boolean;
}

/** The true layout in pale stone while the catalogue is read; it says so to a screen reader once. */
export function Skeleton({ shape, headed }: Props) {
  const Heading = headed ? "span" : "h1";
  return (
    <div class={style.skeleton} role="status" aria-busy="true">
      <Heading class="spoken">{t("ui.loading")}</Heading>
      {shape === "rows" && [1, 2, 3].map((row) => <Row key={row} />)}
      {shape === "questions" && <Questions />}
      {shape === "product" && <ProductPage />}
    </div>
  );
}

function Row() {
  return (
    <div class={style.row}>
      <span class={style.picture} />
      <span class={style.lines}>
        <i style={{ width: "70%" }} />
        <i style={{ width: "35%" }} />
        <i style={{ width: "90%" }} />
      </span>
    </div>
  );
}

function Questions() {
  return (
    <div class={style.answers}>
      <i class={style.heading} style={{ width: "60%" }} />
      {[1, 2, 3, 4, 5, 6, 7, 8].map((answer) => (
        <i key={answer} class={style.answer} />
      ))}
    </div>
  );
}

function ProductPage() {
  return (
    <div class={style.lines}>
      <i class={style.hero} />
      <i class={style.heading} style={{ width: "75%" }} />
      <i style={{ width: "40%" }} />
      <i style={{ width: "100%" }} />
      <i style={{ width: "85%" }} />
    </div>
  );
}
