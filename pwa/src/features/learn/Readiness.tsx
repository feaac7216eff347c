import { useState } from "preact/hooks";
import { session, t } from "../../state";
import { cards, standings } from "../../state/training";
import { knownOfOwn, type Massif, massifsOf, ownCells } from "../../training/readiness";
import { Choice } from "../shop/Choice";
import { Places } from "./Places";
import { Relief } from "./Relief";
import style from "./readiness.module.css";
import { Team } from "./Team";
import { activityIds, activityWord } from "./words";

const WHOSE = ["me", "team"] as const;

/** What is known, drawn as a map: each activity a mountain, filled from its foot as it is learnt. */
export function Readiness() {
  const [whose, setWhose] = useState<(typeof WHOSE)[number]>("me");
  const leads = (session.value?.person.role ?? "seller") !== "seller";
  return (
    <section class={style.map} aria-labelledby="learn-map">
      <h2 id="learn-map" class={style.heading}>
        {t("learn.map")}
      </h2>
      {leads && (
        <Choice
          name="whose"
          legend={t("learn.map.whose")}
          values={WHOSE}
          chosen={whose}
          label={(value) => t(`learn.map.${value}`)}
          onChoose={setWhose}
        />
      )}
      {whose === "team" ? <Team /> : <Own />}
    </section>
  );
}

function Own() {
  const massifs = massifsOf(ownCells(cards.value ?? [], standings.value), activityIds(), knownOfOwn);
  const proven = [...standings.value.values()].filter((one) => one.proven).length;
  return (
    <>
      <p class={style.text}>
        {proven === 0 ? t("learn.map.none") : t("learn.map.some", { n: proven, of: cards.value?.length ?? 0 })}
      </p>
      <MapSheet massifs={massifs} line={(one) => t("learn.massif", { n: knownIn(one), of: one.cards })} />
    </>
  );
}

const knownIn = ({ cells }: Massif): number => cells.reduce((sum, { proven }) => sum + (proven ?? 0), 0);

interface Props {
  massifs: readonly Massif[];
  /** What stands under a summit. */
  line: (massif: Massif) => string;
  /** How many people the team has; absent on one's own map. */
  team?: number;
}

/** The sheet of the map. Each mountain is a button that opens its places. */
export function MapSheet({ massifs, line, team }: Props) {
  const [open, setOpen] = useState<string | null | undefined>(undefined);
  const opened = massifs.find(({ activity }) => activity === open);
  return (
    <>
      <ul class={style.sheet}>
        {massifs.map((one) => (
          <li key={one.activity}>
            <button type="button" class={style.massif} aria-haspopup="dialog" onClick={() => setOpen(one.activity)}>
              <Relief seed={one.activity ?? "everywhere"} share={one.share ?? 0} />
              <span class={style.name}>{activityWord(one.activity)}</span>
              <span class={style.figure}>{line(one)}</span>
            </button>
          </li>
        ))}
      </ul>
      {opened && <Places massif={opened} team={team} onClose={() => setOpen(undefined)} />}
    </>
  );
}
