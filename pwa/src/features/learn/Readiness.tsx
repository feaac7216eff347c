import { useState } from "preact/hooks";
import { session, t } from "../../state";
import { cards, standings } from "../../state/training";
import { knownOfOwn, type Massif, massifsOf, ownCells } from "../../training/readiness";
import { Choice } from "../shop/Choice";
import { MapSheet } from "./MapSheet";
import style from "./readiness.module.css";
import { Team } from "./Team";
import { activityIds } from "./words";

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
