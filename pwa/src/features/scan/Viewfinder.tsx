import { CameraOff, Flashlight, FlashlightOff } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { t } from "../../state";
import { setTorch } from "./camera";
import type { Scanner } from "./useScanner";
import style from "./viewfinder.module.css";

interface Props {
  scanner: Scanner;
  /** What is said over the picture once it is there. */
  hint: string;
  /** Leaves more room for what stands below. */
  low?: boolean;
}

/** The camera's picture with the place for the tag; where there is none, one line that says why, and the way out. */
export function Viewfinder({ scanner, hint, low }: Props) {
  const state = scanner.state.value;
  const looking = state === "looking" || state === "opening";
  return (
    <section class={looking ? `${style.camera} ${low ? style.low : ""}` : style.without} aria-label={t("scan.camera")}>
      <video ref={scanner.video} class={style.video} muted playsInline hidden={!looking} />
      {looking ? <Aim>{state === "opening" ? t("scan.opening") : hint}</Aim> : <Trouble scanner={scanner} />}
      {looking && scanner.torch.value && <Torch scanner={scanner} />}
    </section>
  );
}

function Aim({ children }: { children: string }) {
  return (
    <>
      <span class={style.frame} aria-hidden="true" />
      <p class={style.hint} role="status">
        {children}
      </p>
    </>
  );
}

function Trouble({ scanner }: { scanner: Scanner }) {
  const state = scanner.state.value;
  return (
    <div class={style.trouble}>
      <CameraOff aria-hidden="true" />
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
