import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { say } from "../../components/Toast";
import { buzz } from "../../lib/buzz";
import { log } from "../../lib/log";
import { claimOf, t, variants } from "../../state";
import { changeText } from "./claim";
import style from "./count.module.css";
import { draft, recordAll } from "./counting";
import type { Line } from "./draft";
import { labelOf } from "./Lines";

/** What recording will change, line by line; then it is recorded, or counting goes on. */
export function Review({ onBack }: { onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  useEffect(() => heading.current?.focus(), []);
  const { lines } = draft.value;
  const record = async () => {
    setState("busy");
    try {
      say(t("count.kept", { n: await recordAll() }));
      buzz("done");
      onBack();
    } catch (cause) {
      log.error("count not recorded", cause);
      setState("failed");
    }
  };
  return (
    <section class={style.review}>
      <h1 ref={heading} tabIndex={-1} class={style.title}>
        {t("count.review.title")}
      </h1>
      <p class={style.hint}>{t("count.review.text")}</p>
      <ul class={style.rows}>
        {lines.map((line) => (
          <Change key={line.gtin} line={line} />
        ))}
      </ul>
      {state === "failed" && <p role="alert">{t("count.failed")}</p>}
      <div class={style.ways}>
        <Button kind="main" wide disabled={state === "busy" || lines.length === 0} onClick={() => void record()}>
          {t("count.record", { n: lines.length })}
        </Button>
        <Button kind="quiet" wide onClick={onBack}>
          {t("count.back")}
        </Button>
      </div>
    </section>
  );
}

function Change({ line: { gtin, count } }: { line: Line }) {
  const found = variants.value.get(gtin);
  return (
    <li class={style.change}>
      <span>{found ? labelOf(found.product, found.variant) : gtin}</span>
      <strong>{changeText(claimOf(gtin), count)}</strong>
    </li>
  );
}
