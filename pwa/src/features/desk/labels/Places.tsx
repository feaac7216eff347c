import { t } from "../../../state";
import style from "./labels.module.css";

interface Props {
  paper: { columns: number; places: number };
  skip: number;
  onSkip: (skip: number) => void;
}

/** A sheet that is begun: tap where its first free label is. One stop for the Tab key, then the arrows. */
export function Places({ paper: { columns, places }, skip, onSkip }: Props) {
  return (
    <fieldset class={style.places}>
      <legend class={style.legend}>{t("labels.begin")}</legend>
      <div class={style.grid} style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
        {Array.from({ length: places }, (_, place) => (
          <label key={place} class={`${style.place} ${place < skip ? style.used : ""}`}>
            <input
              type="radio"
              name="label-place"
              aria-label={t("labels.begin.at", { place: String(place + 1) })}
              checked={place === skip}
              onChange={() => onSkip(place)}
            />
            <span aria-hidden="true">{place + 1}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
