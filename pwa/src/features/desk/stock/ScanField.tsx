import { useId, useState } from "preact/hooks";
import { buzz } from "../../../lib/buzz";
import { t } from "../../../state";
import { scanOf } from "./scanning";
import style from "./stock.module.css";

/** Where a hand scanner writes: each number and Enter is one more piece; the field is free again at once. */
export function ScanField({ onScan }: { onScan: (gtin: string) => void }) {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  const take = () => {
    if (!text.trim()) return;
    const scan = scanOf(text);
    if ("gtin" in scan) {
      onScan(scan.gtin);
      buzz("scan");
      setWrong(null);
      setText("");
    } else {
      setWrong(t(`stock.scan.${scan.wrong}`, { code: text.trim() }));
    }
  };
  return (
    <form
      class={style.scan}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label class={style.label} for={id}>
        {t("stock.scan")}
      </label>
      <input
        id={id}
        class={style.control}
        inputMode="numeric"
        autocomplete="off"
        value={text}
        aria-describedby={`${id}-help`}
        aria-invalid={wrong ? true : undefined}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p id={`${id}-help`} class={style.help} role="status">
        {wrong ?? t("stock.scan.help")}
      </p>
    </form>
  );
}
