import { Drawer } from "../../components/Drawer";
import { t } from "../../state";
import { setShortcuts, shortcutsOn } from "../../state/desk";
import style from "./Help.module.css";
import type { Room } from "./rooms";

interface Props {
  rooms: readonly Room[];
  onClose: () => void;
}

const STEPS = ["1", "2", "3", "4", "5"] as const;
const IN_TABLES = ["move", "ends", "pick", "open"] as const;

/** How one works here, and which keys do what; single keys can be turned off, for whoever speaks to the machine or presses keys by mistake. */
export function Help({ rooms, onClose }: Props) {
  return (
    <Drawer title={t("desk.keys")} onClose={onClose}>
      <h3 class={style.heading}>{t("desk.guide")}</h3>
      <ol class={style.steps}>
        {STEPS.map((step) => (
          <li key={step}>{t(`desk.guide.${step}`)}</li>
        ))}
      </ol>
      <label class={style.switch}>
        <input
          type="checkbox"
          checked={shortcutsOn.value}
          onChange={(event) => setShortcuts(event.currentTarget.checked)}
        />
        {t("desk.keys.on")}
      </label>
      <h3 class={style.heading}>{t("desk.keys.anywhere")}</h3>
      <dl class={style.keys}>
        <Key keys={t("desk.keys.find.keys").split(" ")} does={t("desk.keys.find")} />
        <Key keys={["/"]} does={t("desk.keys.search")} />
        <Key keys={[t("desk.keys.close.keys")]} does={t("desk.keys.close")} />
        <Key keys={["?"]} does={t("desk.keys.help")} />
        {rooms.map(({ id, letter }) => (
          <Key key={id} keys={["g", letter]} does={t(`desk.room.${id}`)} />
        ))}
      </dl>
      <h3 class={style.heading}>{t("desk.keys.tables")}</h3>
      <dl class={style.keys}>
        {IN_TABLES.map((what) => (
          <Key key={what} keys={t(`desk.keys.${what}.keys`).split(" ")} does={t(`desk.keys.${what}`)} />
        ))}
      </dl>
    </Drawer>
  );
}

function Key({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <div class={style.row}>
      <dt class={style.combination}>
        {keys.map((key) => (
          <kbd key={key} class={style.key}>
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
