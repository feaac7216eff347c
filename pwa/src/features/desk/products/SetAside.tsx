import type { DeskProduct } from "../../../lib/apiProducts";
import { t } from "../../../state";
import { fieldLabel, valueText } from "../parts/values";
import style from "./products.module.css";

/** Values that a source gave and that were not kept, with the reason. */
export function SetAside({ entries }: { entries: DeskProduct["set_aside"] }) {
  return (
    <ul class={style.aside}>
      {entries.map(({ property, value, source, reason, provenance }) => (
        <li key={`${property} ${source} ${String(value)}`}>
          <strong>
            {t("products.aside", {
              field: fieldLabel(`properties.${property}`),
              value: valueText(`properties.${property}`, value),
              origin: t(`provenance.${provenance}`),
            })}
          </strong>
          {reason && <p>{reason}</p>}
        </li>
      ))}
    </ul>
  );
}
