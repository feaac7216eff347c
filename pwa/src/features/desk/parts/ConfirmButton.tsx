import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import style from "./ConfirmButton.module.css";
import { Field } from "./Field";

interface Props {
  /** The verb with its object: "Retirer des produits". */
  children: ComponentChildren;
  /** What the second tap says, with the count: "Retirer 12 produits". */
  confirm: string;
  /** One sentence between the two: what happens, and how it can be undone. */
  about?: string;
  /** Typed by hand before the second tap, where something goes away. */
  count?: number;
  onConfirm: () => void;
  kind?: "main" | "line" | "quiet";
  disabled?: boolean;
}

/** Something that cannot be taken for granted: asked twice, the second time with the count in the button. */
export function ConfirmButton({ children, confirm, about, count, onConfirm, kind = "line", disabled }: Props) {
  const [asking, setAsking] = useState(false);
  const box = useRef<HTMLFieldSetElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking || wasAsking.current) box.current?.querySelector<HTMLElement>("input, button")?.focus();
    wasAsking.current = asking;
  }, [asking]);
  return (
    <fieldset
      ref={box}
      class={asking ? style.asking : style.resting}
      data-asking={asking ? "" : undefined}
      onKeyDown={(event) => {
        if (!asking || event.key !== "Escape") return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      <legend class="spoken">{asking ? (about ?? confirm) : children}</legend>
      {asking ? (
        <>
          {about && <p class={style.about}>{about}</p>}
          <Sure
            confirm={confirm}
            count={count}
            onConfirm={() => {
              setAsking(false);
              onConfirm();
            }}
            onCancel={() => setAsking(false)}
          />
        </>
      ) : (
        <Button kind={kind} disabled={disabled ?? false} onClick={() => setAsking(true)}>
          {children}
        </Button>
      )}
    </fieldset>
  );
}

interface SureProps {
  confirm: string;
  count: number | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}

/** The second asking: the count by hand where there is one, then the button, or the way back. */
function Sure({ confirm, count, onConfirm, onCancel }: SureProps) {
  const [typed, setTyped] = useState("");
  // As people write thousands: "1 200", "1,200", "1.200".
  const isSure = count === undefined || typed.replace(/[\s.,\u00a0\u202f]/g, "") === String(count);
  return (
    <div class={style.sure}>
      {count !== undefined && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field is the button beside it
        <div
          class={style.count}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (isSure) onConfirm();
          }}
        >
          <Field label={t("desk.confirm.count", { n: count })} kind="number" value={typed} onInput={setTyped} />
        </div>
      )}
      <Button kind="main" disabled={!isSure} onClick={onConfirm}>
        {confirm}
      </Button>
      <Button kind="quiet" onClick={onCancel}>
        {t("desk.cancel")}
      </Button>
    </div>
  );
}
