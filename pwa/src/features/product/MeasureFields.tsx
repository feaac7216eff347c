import type { SizeChart } from "../../catalogue/types";
import { Chip, Chips } from "../../components/Chip";
import { t } from "../../state";
import style from "./SizePanel.module.css";
import { converted, type Given, UNITS, type Unit } from "./sizeGiven";

interface Props {
  chart: SizeChart | undefined;
  said: Given;
  put: (change: Partial<Given>) => void;
}

/** The measures that the chart of the piece asks for, in the unit of the customer's tape. */
export function MeasureFields({ chart, said, put }: Props) {
  const turn = (unit: Unit) => put({ unit, measures: converted(said.measures, said.unit, unit) });
  return (
    <>
      <Chips label={t("size.unit")}>
        {UNITS.map((unit) => (
          <Chip key={unit} on={said.unit === unit} onClick={() => turn(unit)}>
            {t(`size.unit.${unit}`)}
          </Chip>
        ))}
      </Chips>
      <div class={style.fields}>
        {chart?.measures.map((measure) => (
          <label key={measure} class={style.field}>
            <span>{t(`size.measure.${measure}`)}</span>
            <span class={style.unit}>
              <input
                inputMode="decimal"
                autocomplete="off"
                value={said.measures[measure] ?? ""}
                onInput={(event) => put({ measures: { ...said.measures, [measure]: event.currentTarget.value } })}
              />
              {t(`size.unit.${said.unit}.short`)}
            </span>
          </label>
        ))}
      </div>
    </>
  );
}
