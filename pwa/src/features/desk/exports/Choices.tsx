import { Braces, FileSpreadsheet, Megaphone, ShoppingBag } from "lucide-preact";
import type { ExportKind } from "../../../lib/apiExports";
import { t } from "../../../state";
import style from "./exports.module.css";
import type { Kind } from "./kinds";

const SIGNS = { own: FileSpreadsheet, shopify: ShoppingBag, google: Megaphone, json: Braces } as const;

interface Props {
  kinds: readonly Kind[];
  chosen: ExportKind | undefined;
  onChoose: (kind: ExportKind) => void;
}

/** The forms, one under the other; the arrows go from one to the next. */
export function Choices({ kinds, chosen, onChoose }: Props) {
  return (
    <fieldset class={style.choices}>
      <legend class="spoken">{t("exports.form")}</legend>
      {kinds.map(({ id }) => {
        const Sign = SIGNS[id];
        return (
          <label key={id} class={style.choice}>
            <input
              type="radio"
              class={style.radio}
              name="form"
              value={id}
              checked={id === chosen}
              onChange={() => onChoose(id)}
            />
            <Sign aria-hidden="true" />
            <span>
              <span class={style.name}>{t(`exports.${id}`)}</span>
              <span class={style.about}>{t(`exports.${id}.for`)}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
