import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import style from "./ConfirmButton.module.css";

interface Props {
  /** The verb with its object: "Retirer des produits". */
  children: ComponentChildren;
  /** What the second tap says, with the count: "Retirer 12 produits". */
  confirm: string;
  /** One sentence between the two: what happens, and how it can be undone. */
  about?: string;
  onConfirm: () => void;
  kind?: "main" | "line" | "quiet";
  disabled?: boolean;
}

/** Something that cannot be taken for granted: asked twice, the second time with the count in the button. */
export function ConfirmButton({ children, confirm, about, onConfirm, kind = "line", disabled }: Props) {
  const [asking, setAsking] = useState(false);
  const box = useRef<HTMLFieldSetElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) box.current?.querySelector("button")?.focus();
    else if (wasAsking.current) box.current?.querySelector("button")?.focus();
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
          <Button
            kind="main"
            onClick={() => {
              setAsking(false);
              onConfirm();
            }}
          >
            {confirm}
          </Button>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {t("desk.cancel")}
          </Button>
        </>
      ) : (
        <Button kind={kind} disabled={disabled ?? false} onClick={() => setAsking(true)}>
          {children}
        </Button>
      )}
    </fieldset>
  );
}
