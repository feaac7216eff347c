/** What goes, counted in words. */
import { REMOVED, type Removals } from "../../../lib/apiImports";
import { t } from "../../../state";

/** "3 variantes, 1 prix": every kind with its count, for a title, a sentence or a button. */
export function removedText(removals: Removals): string {
  const kinds = REMOVED.filter((kind) => (removals[kind] ?? 0) > 0);
  if (kinds.length === 0) return t("desk.gone.any", { n: removals.count });
  return kinds.map((kind) => t(`desk.gone.${kind}`, { n: removals[kind] ?? 0 })).join(", ");
}
