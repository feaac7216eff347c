/** Why the server did not take an event, in the reader's language of now. */
import type { SetAside } from "../../db";
import { t } from "../../state";

const KNOWN = new Set([
  "invalid",
  "other-shop",
  "other-author",
  "author-unknown",
  "shop-not-found",
  "kind-unknown",
  "format-unknown",
  "conflict",
  "not-stored",
  "too-large",
]);

/** Our own sentence for a known reason; the server's, in the language it was asked in, for a newer one. */
export function reasonOf({ reason, message, errors }: SetAside): string {
  const why = KNOWN.has(reason) ? t(`outbox.reason.${reason}`) : message || t("outbox.reason.unknown");
  const fields = (errors ?? []).map((one) => one.message);
  return [why, ...new Set(fields)].join(" ");
}
