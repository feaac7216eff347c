import { ArrowRight, Check } from "lucide-preact";
import { Button } from "../../components/Button";
import { Drawer } from "../../components/Drawer";
import { navigate, t } from "../../state";
import { deck } from "../../state/training";
import { type Cell, type Massif, massifOf } from "../../training/readiness";
import { dealt } from "../../training/session";
import type { Card } from "../../training/types";
import style from "./readiness.module.css";
import { begin } from "./run";
import { conditionWord, familyWord, massifWord } from "./words";

interface Props {
  massif: Massif;
  team: number | undefined;
  onClose: () => void;
}

/** The places of one mountain, and the way to learn right there. */
export function Places({ massif, team, onClose }: Props) {
  return (
    <Drawer title={massifWord(massif)} onClose={onClose}>
      <ul class={style.places}>
        {massif.cells.map((cell) => (
          <Place key={`${cell.family} ${cell.condition}`} cell={cell} of={massif} team={team} />
        ))}
      </ul>
      {team === undefined && <Here massif={massif} onClose={onClose} />}
    </Drawer>
  );
}

function Place({ cell, of, team }: { cell: Cell; of: Massif; team: number | undefined }) {
  const { cards: count, proven } = cell;
  const isFull = proven !== null && proven >= (team ?? count);
  const condition = conditionWord(cell.condition) ?? t("learn.any-weather");
  return (
    <li class={style.place}>
      <span class={style.what}>
        {of.activity ? familyWord(cell.family) : condition}
        {of.activity && <small>{condition}</small>}
      </span>
      <span class={`${style.known} ${isFull ? style.full : ""}`}>
        {isFull && <Check aria-hidden="true" />}
        {team === undefined ? t("learn.place", { n: proven ?? 0, of: count }) : byPeople(proven, team)}
      </span>
    </li>
  );
}

const byPeople = (proven: number | null, team: number): string =>
  proven === null ? t("learn.place.unsaid") : t("learn.place.team", { n: proven, of: team });

/** Cards of this mountain alone: those that are due, then those that were never asked. */
function Here({ massif, onClose }: { massif: Massif; onClose: () => void }) {
  const now = deck.value;
  const here = massifOf(massif);
  const own = (all: readonly Card[]): Card[] => all.filter(({ about }) => massifOf(about) === here);
  const hand = now ? dealt({ ...now, due: own(now.due), unseen: own(now.unseen) }, true) : [];
  if (hand.length === 0) return <p class={style.text}>{t("learn.here.none")}</p>;
  return (
    <Button
      kind="main"
      wide
      onClick={() => {
        onClose();
        begin(hand);
        navigate("/learn/cards");
      }}
    >
      {t("learn.here", { n: hand.length })}
      <ArrowRight aria-hidden="true" />
    </Button>
  );
}
