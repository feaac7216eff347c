import { useState } from "preact/hooks";
import { t } from "../../state";
import type { Massif } from "../../training/readiness";
import { Places } from "./Places";
import { Relief } from "./Relief";
import style from "./readiness.module.css";
import { massifWord } from "./words";

interface Props {
  massifs: readonly Massif[];
  /** What stands under a summit. */
  line: (massif: Massif) => string;
  /** How many people the team has; absent on one's own map. */
  team?: number;
}

const keyOf = ({ activity, family }: Massif): string => activity ?? family ?? "everywhere";

/** The sheets of the map: activities, then what holds for a family whatever the activity. Each mountain opens its places. */
export function MapSheet({ massifs, line, team }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const opened = massifs.find((one) => keyOf(one) === open);
  const most = Math.max(...massifs.map(({ cards }) => cards));
  const sheet = (title: string, own: readonly Massif[]) =>
    own.length > 0 && (
      <>
        <h3 class={style.title}>{title}</h3>
        <ul class={style.sheet}>
          {own.map((one) => (
            <li key={keyOf(one)}>
              <button type="button" class={style.massif} aria-haspopup="dialog" onClick={() => setOpen(keyOf(one))}>
                <Relief seed={keyOf(one)} share={one.share ?? 0} size={one.cards / most} />
                <span class={style.name}>{massifWord(one)}</span>
                <span class={style.figure}>{line(one)}</span>
              </button>
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      {sheet(
        t("learn.map.activities"),
        massifs.filter(({ activity }) => activity),
      )}
      {sheet(
        t("learn.map.families"),
        massifs.filter(({ activity }) => !activity),
      )}
      {opened && <Places massif={opened} team={team} onClose={() => setOpen(null)} />}
    </>
  );
}
