/** Why the desk could not do something: the server's own sentence, which knows the file and the field. */
import { NetError } from "../../../lib/net";
import { explain, t } from "../../../state";
import { checkSession } from "../../../state/session";

/**
 * What the server says for people stands here; its failures and the network's have the application's words.
 *
 * A session that has come to its end is looked at again: the frame then offers the way back in, and back to this page.
 */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof NetError)) return explain(cause);
  if (cause.reason === "offline") return t("desk.offline.reason");
  if (cause.status === 401) {
    void checkSession();
    return t("desk.ended.reason");
  }
  if (cause.reason !== "http" || cause.status >= 500) return explain(cause);
  const { errors, detail } = cause.problem ?? {};
  const said = cause.status === 422 || cause.status === 400 ? errors?.[0]?.message : undefined;
  return said ?? detail ?? explain(cause);
}

/** No answer for want of a network, or of a server that is just starting: waiting mends it. */
const RESTING: ReadonlySet<number> = new Set([502, 503, 504]);

export function isAway(cause: unknown): boolean {
  if (!(cause instanceof NetError)) return false;
  return ["offline", "timeout", "portal"].includes(cause.reason) || RESTING.has(cause.status);
}
