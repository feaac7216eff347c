import { ArrowRight, Check } from "lucide-preact";
import { Button } from "../../components/Button";
import { Drawer } from "../../components/Drawer";
import { navigate, t } from "../../state";
import { cards, deck } from "../../state/training";
import type { Cell, Massif } from "../../training/readiness";
import { dealt } from "../../training/session";
import style from "./readiness.module.css";
import { begin } from "./run";
import { activityWord, conditionWord, familyWord } from "./words";

interface Props {
  massif: Massif;
  team: number | undefined;
  onClose: () => void;
}

/** The places of one mountain, and the way to learn right there. */
export function Places({ massif, team, onClose }: Props) {
  return (
    <Drawer title={activityWord(massif.activity)} onClose={onClose}>
      <ul class={style.places}>
        {massif.cells.map((cell) => (
          <Place key={`${cell.family} ${cell.condition}`} cell={cell} team={team} />
        ))}
      </ul>
      {team === undefined && <Here activity={massif.activity} onClose={onClose} />}
    </Drawer>
  );
}

function Place({ cell, team }: { cell: Cell; team: number | undefined }) {
  const { cards: count, proven } = cell;
  const isFull = proven !== null && proven >= (team ?? count);
  const condition = conditionWord(cell.condition);
  return (
    <li class={style.place}>
      <span class={style.what}>
        {familyWord(cell.family)}
        {condition && <small>{condition}</small>}
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

/** Cards of this activity alone: those that are due, then those that were never asked. */
function Here({ activity, onClose }: { activity: string | null; onClose: () => void }) {
  const now = deck.value;
  const isHere = new Set(cards.value?.filter(({ about }) => (about.activity ?? null) === activity));
  const hand = now
    ? dealt(
        {
          ...now,
          due: now.due.filter((card) => isHere.has(card)),
          unseen: now.unseen.filter((card) => isHere.has(card)),
        },
        true,
      )
    : [];
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
