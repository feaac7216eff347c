import { t } from "../../state";
import type { Code } from "./codes";
import { Row } from "./Row";
import style from "./search.module.css";

/** What a typed number is, or what is wrong with it. */
export function CodeAnswer({ code }: { code: Code }) {
  return (
    <section class={style.code} aria-label={t("search.code.label")}>
      <p role="status" class={code.state === "complete" && code.found.length ? style.count : style.advice}>
        {codeText(code)}
      </p>
      <ul class={style.rows}>
        {code.found.map((found) => (
          <Row key={found.variant.gtin} {...found} />
        ))}
      </ul>
    </section>
  );
}

/** The sentence for a number that was typed. */
export function codeText(code: Code): string {
  if (code.state === "partial") return t("search.code.partial", { n: code.found.length });
  if (code.state === "wrong")
    return t(code.found.length ? "search.code.slip" : "search.code.wrong", { digit: String(code.expected) });
  return t(code.found.length ? "search.code.found" : "search.code.missing");
}
