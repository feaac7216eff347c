import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { Skeleton } from "../../components/Skeleton";
import { buzz } from "../../lib/buzz";
import { href, navigate, snapshot, t, variants } from "../../state";
import { Tray } from "../compare/Tray";
import { CodeAnswer } from "../search/CodeAnswer";
import { findCode } from "../search/codes";
import { Hits } from "./Hits";
import style from "./scan.module.css";
import { foreign, forget, take } from "./session";
import { useScanner } from "./useScanner";
import { Viewfinder } from "./Viewfinder";

/** From a tag to the piece: the camera stays open, and the number can be typed where it cannot help. */
export default function ScanPage() {
  if (!snapshot.value)
    return (
      <div class={style.page}>
        <Skeleton shape="rows" />
      </div>
    );
  return <Scanning />;
}

/** The camera opens where its picture has a place: not before there is a catalogue to look tags up in. */
function Scanning() {
  const scanner = useScanner(onText);
  useEffect(() => forget, []);
  return (
    <div class={style.page}>
      <h1 class="spoken">{t("scan.title")}</h1>
      <Viewfinder scanner={scanner} hint={t(foreign.value ? "scan.foreign" : "scan.aim")} />
      <div class={style.below}>
        <Hits />
        <Typed />
        <p class={style.count}>
          <Button href={href("/count")}>{t("count.open")}</Button>
        </p>
        <Tray />
      </div>
    </div>
  );
}

function onText(text: string): void {
  if (take(text)) buzz("scan");
}

/** The number under the bars, for a worn tag or a phone without a camera. */
function Typed() {
  const [text, setText] = useState("");
  const code = findCode(text, variants.value);
  const single = code?.state === "complete" && code.found.length === 1 ? code.found[0] : undefined;
  return (
    <form
      class={style.typed}
      onSubmit={(event) => {
        event.preventDefault();
        if (single) navigate(`/product/${encodeURIComponent(single.product.ref)}?gtin=${single.variant.gtin}`);
      }}
    >
      <label class={style.label} for="scan-code">
        {t("scan.type")}
      </label>
      <input
        id="scan-code"
        class={style.field}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        enterkeyhint="go"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        placeholder={t("scan.type.example")}
      />
      {code && <CodeAnswer code={code} />}
    </form>
  );
}
