/** Words that more than one screen says. */
import { t } from "./i18n";
import { NetError } from "./net";

/** Sentence for a failed request; the server's own sentence where it has one for the field. */
export function explain(cause: unknown): string {
  if (!(cause instanceof NetError)) return t("error.unknown");
  if (cause.reason !== "http") return t(`error.${cause.reason}`);
  return cause.problem?.errors?.[0]?.message ?? t(keyOf(cause.status));
}

function keyOf(status: number): string {
  if (status === 401) return "error.signed-out";
  if (status === 403) return "error.forbidden";
  if (status === 404) return "error.missing";
  if (status === 429) return "error.too-many";
  return status >= 500 ? "error.server" : "error.unknown";
}
