import { Flashlight, FlashlightOff } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { Skeleton } from "../../components/Skeleton";
import { navigate, snapshot, t, variants } from "../../state";
import { CodeAnswer } from "../search/CodeAnswer";
import { findCode } from "../search/codes";
import { setTorch } from "./camera";
import { Hits } from "./Hits";
import style from "./scan.module.css";
import { foreign, forget, take } from "./session";
import { type Scanner, useScanner } from "./useScanner";

/** From a tag to the piece: the camera stays open, and the number can be typed where it cannot help. */
export default function ScanPage() {
  const scanner = useScanner(onText);
  useEffect(() => forget, []);
  if (!snapshot.value) return <Skeleton shape="rows" />;
  return (
    <div class={style.page}>
      <h1 class="spoken">{t("scan.title")}</h1>
      <Finder scanner={scanner} />
      <Hits />
      <Typed />
    </div>
  );
}

function onText(text: string): void {
  if (take(text)) navigator.vibrate?.(40);
}

function Finder({ scanner }: { scanner: Scanner }) {
  const state = scanner.state.value;
  const looking = state === "looking" || state === "opening";
  return (
    <section class={`${style.finder} ${looking ? "" : style.dark}`} aria-label={t("scan.camera")}>
      <video ref={scanner.video} class={style.video} muted playsInline hidden={!looking} />
      {looking ? <Aim opening={state === "opening"} /> : <Trouble scanner={scanner} />}
      {scanner.torch.value && <Torch scanner={scanner} />}
    </section>
  );
}

function Aim({ opening }: { opening: boolean }) {
  return (
    <>
      <span class={style.frame} aria-hidden="true" />
      <p class={style.hint} role="status">
        {t(opening ? "scan.opening" : foreign.value ? "scan.foreign" : "scan.aim")}
      </p>
    </>
  );
}

function Trouble({ scanner }: { scanner: Scanner }) {
  const state = scanner.state.value;
  return (
    <div class={style.trouble}>
      <p role="alert">{t(`scan.trouble.${state}`)}</p>
      {state !== "absent" && state !== "insecure" && <Button onClick={scanner.retry}>{t("scan.retry")}</Button>}
    </div>
  );
}

function Torch({ scanner }: { scanner: Scanner }) {
  const [on, setOn] = useState(false);
  const Icon = on ? FlashlightOff : Flashlight;
  const toggle = () => {
    const stream = scanner.stream.value;
    if (stream) void setTorch(stream, !on).then(() => setOn(!on));
  };
  return (
    <button type="button" class={style.torch} aria-pressed={on} aria-label={t("scan.torch")} onClick={toggle}>
      <Icon aria-hidden="true" />
    </button>
  );
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
