import { useId, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import type { GridColour } from "./grid";
import { MIDDLE, plain } from "./pasted";
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

interface ColourProps {
  /** The colours of the range: their names are offered, and their shades taken over. */
  known: readonly { name: string; hex: string }[];
  onMake: (colour: GridColour) => void;
}

/** One more colour down, with its French name and its value. */
export function NewColour({ known, onMake }: ColourProps) {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const id = useId();
  const fr = name.trim();
  const hex = chosen ?? known.find((one) => plain(one.name) === plain(fr))?.hex ?? MIDDLE;
  const make = () => {
    if (!fr) return;
    onMake({ key: `${fr} ${hex}`, name: { fr }, hex });
    setName("");
    setChosen(null);
  };
  return (
    <Asked onAsk={make}>
      <Field label={t("products.colour.new")} value={name} onInput={setName} list={id} />
      <datalist id={id}>
        {known.map((each) => (
          <option key={each.name} value={each.name} />
        ))}
      </datalist>
      <input
        type="color"
        class={style.swatch}
        aria-label={t("products.colour.hex")}
        value={hex}
        onInput={(event) => setChosen(event.currentTarget.value)}
      />
      <Button onClick={make} disabled={!fr}>
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
