import { Camera as CameraIcon, X } from "lucide-preact";
import type { ComponentType } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { buzz } from "../../../lib/buzz";
import { log } from "../../../lib/log";
import { t } from "../../../state";
import { scanOf } from "./scanning";
import style from "./stock.module.css";

/** Where a hand scanner writes: each number and Enter is one more piece; the field is free again at once. */
export function ScanField({ onScan }: { onScan: (gtin: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  // A hand scanner is faster than the screen: what stands in the field itself is what it has typed.
  const take = (input: HTMLInputElement) => {
    const text = input.value.trim();
    if (!text) return;
    const scan = scanOf(text);
    if ("gtin" in scan) {
      onScan(scan.gtin);
      buzz("scan");
      setWrong(null);
      input.value = "";
    } else {
      setWrong(t(`stock.scan.${scan.wrong}`, { code: text }));
      input.select();
    }
  };
  return (
    <form
      class={style.scan}
      onSubmit={(event) => {
        event.preventDefault();
        if (field.current) take(field.current);
      }}
    >
      <label class={style.label} for={id}>
        {t("stock.scan")}
      </label>
      <input
        ref={field}
        id={id}
        class={style.control}
        inputMode="numeric"
        autocomplete="off"
        aria-describedby={`${id}-help`}
        aria-invalid={wrong ? true : undefined}
      />
      <p id={`${id}-help`} class={style.help} role="status">
        {wrong ?? t("stock.scan.help")}
      </p>
      <Lens onScan={onScan} />
    </form>
  );
}

type Lens = ComponentType<{ onScan: (gtin: string) => void }>;

/** The camera, where there is one: its code comes with the first tap. */
function Lens({ onScan }: { onScan: (gtin: string) => void }) {
  const [Camera, setCamera] = useState<Lens | null>(null);
  const [isOpen, setOpen] = useState(false);
  if (!navigator.mediaDevices) return null;
  const open = async () => {
    setOpen(true);
    try {
      const { default: loaded } = await import("./Camera");
      setCamera(() => loaded);
    } catch (cause) {
      log.info("camera not loaded", cause);
      setOpen(false);
    }
  };
  return (
    <div class={style.lens}>
      <Button onClick={() => (isOpen ? setOpen(false) : void open())}>
        {isOpen ? <X aria-hidden="true" /> : <CameraIcon aria-hidden="true" />}
        {t(isOpen ? "stock.camera.close" : "stock.camera")}
      </Button>
      {isOpen && Camera && <Camera onScan={onScan} />}
    </div>
  );
}
