import { Chip } from "../../components/Chip";
import { t } from "../../state";
import style from "./SizePanel.module.css";
import type { Given } from "./sizeGiven";
import type { UsualSystem } from "./usualSizes";

interface Props {
  systems: readonly UsualSystem[];
  said: Given;
  put: (change: Partial<Given>) => void;
}

/** What the customer wears at home: the country's system, then a size of it. Nothing is typed. */
export function UsualSizes({ systems, said, put }: Props) {
  const chosen = systems.find((one) => one.system === said.system) ?? systems[0];
  return (
    <div class={style.usual}>
      {systems.length > 1 && (
        <label class={style.field}>
          <span>{t("size.system")}</span>
          <select value={chosen?.system} onChange={(event) => put({ system: event.currentTarget.value, size: "" })}>
            {systems.map(({ system }) => (
              <option key={system} value={system}>
                {t(`size.system.${system}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: the legend of a fieldset would repeat the chip above */}
      <div class={style.grid} role="group" aria-label={t("size.usual")}>
        {chosen?.sizes.map((size) => (
          <Chip
            key={size}
            on={said.size === size}
            onClick={() => put({ system: chosen.system, size: said.size === size ? "" : size })}
          >
            <span class={style.figure}>{size}</span>
          </Chip>
        ))}
      </div>
    </div>
  );
}
