/** What the ids of a card are called. */

import { dotted } from "../../lib/dotted";
import { categories, snapshot, t } from "../../state";
import type { Massif } from "../../training/readiness";
import type { About } from "../../training/types";
import { signOf } from "../advice/signs";

function answerOf(question: string, id: string | null | undefined) {
  const asked = snapshot.value?.finder.questions.find((one) => one.id === question);
  return asked?.answers.find((one) => one.id === id);
}

/** "Ski de randonnée". */
const activityWord = (id: string): string => answerOf("activity", id)?.label ?? id;

/** "Ski de randonnée", "Sac"; of what belongs to neither, that it holds for all. */
export const massifWord = ({ activity, family }: Massif): string =>
  activity ? activityWord(activity) : familyWord(family);

/** "Neige froide"; null where the card says nothing of the weather. */
export const conditionWord = (id: string | null | undefined): string | null =>
  id ? (answerOf("weather", id)?.label ?? id) : null;

/** "Doudoune". */
export const familyWord = (id: string | null): string =>
  id ? (answerOf("wanted", id)?.short ?? id) : t("learn.everywhere");

/** The activities in the finder's order. */
export const activityIds = (): string[] =>
  snapshot.value?.finder.questions.find(({ id }) => id === "activity")?.answers.map(({ id }) => id) ?? [];

/** What a card is about, in a line. */
export function aboutWords({ activity, condition, family }: About): string {
  const words = [
    activity ? activityWord(activity) : null,
    conditionWord(condition),
    family ? familyWord(family) : null,
  ];
  return dotted(...words);
}

/** A drawing for what a card is about, without cloth. */
export const drawingOf = ({ activity, family }: About): string | undefined =>
  [family, activity]
    .flatMap((id) => (id ? (signOf(id, categories.value, snapshot.value?.groups ?? []) ?? []) : []))
    .at(0);
