import style from "./ColourSwitch.module.css";

interface Props {
  colours: readonly { name: string; hex: string }[];
  value: number;
  onPick: (index: number) => void;
  label: string;
}

/** The colours of a piece; the name of the chosen one is written, for no one tells "orion" from "nuit" by eye. */
export function ColourSwitch({ colours, value, onPick, label }: Props) {
  return (
    <fieldset class={style.switch}>
      <legend class="spoken">{label}</legend>
      {colours.length > 1 &&
        colours.map((colour, index) => (
          <button
            key={colour.hex + colour.name}
            type="button"
            class={style.colour}
            aria-pressed={index === value}
            aria-label={colour.name}
            onClick={() => onPick(index)}
          >
            <i style={{ "--cloth": colour.hex }} />
          </button>
        ))}
      <span class={style.name}>{colours[value]?.name}</span>
    </fieldset>
  );
}
