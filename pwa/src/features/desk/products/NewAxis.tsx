import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import type { GridColour } from "./grid";
import { MIDDLE } from "./pasted";
import style from "./picks.module.css";
import { sizesOf } from "./sizes";

/** More sizes across: one, several, or a run such as XS-XXL. */
export function NewSize({ onMake }: { onMake: (sizes: readonly string[]) => void }) {
  const [size, setSize] = useState("");
  const make = () => {
    const sizes = sizesOf(size);
    if (!sizes.length) return;
    onMake(sizes);
    setSize("");
  };
  return (
    <Asked onAsk={make}>
      <Field
        label={t("products.size.new")}
        value={size}
        onInput={setSize}
        help={size.trim() ? sizesOf(size).join(" · ") : t("products.size.help")}
      />
      <Button onClick={make} disabled={!size.trim()}>
        {t("products.size.add", { n: Math.max(1, sizesOf(size).length) })}
      </Button>
    </Asked>
  );
}

/** One more colour down, with its French name and its value. */
export function NewColour({ onMake }: { onMake: (colour: GridColour) => void }) {
  const [name, setName] = useState("");
  const [hex, setHex] = useState(MIDDLE);
  const make = () => {
    const fr = name.trim();
    if (!fr) return;
    onMake({ key: `${fr} ${hex}`, name: { fr }, hex });
    setName("");
  };
  return (
    <Asked onAsk={make}>
      <Field label={t("products.colour.new")} value={name} onInput={setName} />
      <input
        type="color"
        class={style.swatch}
        aria-label={t("products.colour.hex")}
        value={hex}
        onInput={(event) => setHex(event.currentTarget.value)}
      />
      <Button onClick={make} disabled={!name.trim()}>
        {t("products.colour.add")}
      </Button>
    </Asked>
  );
}

/** Enter adds what was typed; it must not send the form around it. */
function Asked({ onAsk, children }: { onAsk: () => void; children: preact.ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in its field, as a form of its own would take it
    <div
      class={style.axis}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        onAsk();
      }}
    >
      {children}
    </div>
  );
}
