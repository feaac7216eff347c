/** What came of an advice, in words. */
import type { OutcomeSaid } from "../../db";
import { t } from "../../state";

/** "parti, le prix, de passage". */
export function outcomeWords({ result, reason, visitor }: OutcomeSaid): string {
  const words = [
    t(`outcome.${result}.done`),
    reason && t(`outcome.reason.${reason}.done`),
    visitor && t(`outcome.visitor.${visitor}.done`),
  ];
  return words.filter(Boolean).join(", ");
}
