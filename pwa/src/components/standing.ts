/** How the phone stands with the server: which of several things is said, pure. */

/** From the most to the least pressing. */
export type Standing = "full" | "overdue" | "offline" | "waiting" | "refused" | "well";

export interface Situation {
  online: boolean;
  /** Something could not be stored for want of room. */
  full: boolean;
  /** How many events wait, and whether the oldest has for a while. */
  waiting: number;
  waits: boolean;
  /** Something has waited for more than a week. */
  overdue: boolean;
  refused: number;
}

export function standingOf({ online, full, waiting, waits, overdue, refused }: Situation): Standing {
  if (full) return "full";
  if (overdue) return "overdue";
  if (!online) return "offline";
  if (waiting > 0 && waits) return "waiting";
  return refused > 0 ? "refused" : "well";
}

/** The message that says it, and how many it is about. */
export function lineOf(standing: Standing, { waiting, refused }: Situation): { key: string; n: number } | null {
  if (standing === "well") return null;
  if (standing === "offline") return { key: waiting > 0 ? "notice.offline.waiting" : "notice.offline", n: waiting };
  return { key: `notice.${standing}`, n: standing === "refused" ? refused : waiting };
}
