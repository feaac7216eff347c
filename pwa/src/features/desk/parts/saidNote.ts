/** What the server itself writes into the history, in the language of the screens. */
import { t } from "../../../state";

const BACK = /^Retour à la révision (\d+)$/;
const BEGIN = "Première mise en place";

/** The note of a revision, or the name of an import: a person's own words as they are. */
export function saidNote(note: string): string {
  const number = BACK.exec(note)?.[1];
  if (number !== undefined) return t("desk.revisions.back", { number });
  return note === BEGIN ? t("desk.revisions.begin") : note;
}
