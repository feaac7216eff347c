/** How old a figure is, in words that go inside a sentence. Never a time that cannot be: phones' clocks are wrong. */
import { nowMs } from "./clock";
import { time, yearlyDate } from "./format";
import { t } from "./i18n";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Clocks of phones and servers are this far apart without being wrong. */
const AHEAD_MS = 5 * MINUTE_MS;
/** Shelves are counted about weekly. */
const COUNT_MS = 7 * DAY_MS;
/** The server is heard each minute where there is a network: after a night without, the day begins with old figures. */
const SILENCE_MS = DAY_MS / 2;

/** "à 10:12", "hier à 18:02", "le 22 nov.", "le 22 nov. 2025"; what lies ahead has its day and its hour. */
export function when(iso: string, now = nowMs()): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return t("ui.when.unknown");
  if (at > now + AHEAD_MS) return t("ui.when.ahead", { day: yearlyDate(iso, now), time: time(iso) });
  if (Math.abs(now - at) < MINUTE_MS) return t("ui.when.now");
  const days = dayOf(now) - dayOf(at);
  if (days <= 0) return t("ui.when.time", { time: time(iso) });
  if (days === 1) return t("ui.when.yesterday", { time: time(iso) });
  return t("ui.when.day", { day: yearlyDate(iso, now) });
}

/** Number of the day on the phone's wall calendar: noon is on the same day, whatever summer time does at night. */
function dayOf(ms: number): number {
  const day = new Date(ms);
  return Math.round(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / DAY_MS);
}

const isOlder = (iso: string, than: number, now = nowMs()): boolean => now - Date.parse(iso) > than;

/** True where a count is so old that it should be taken again. */
export const isOldCount = (iso: string, now = nowMs()): boolean => isOlder(iso, COUNT_MS, now);

/** True where the server was not heard for so long that what it last said may no longer hold. */
export const isOldWord = (iso: string, now = nowMs()): boolean => isOlder(iso, SILENCE_MS, now);

/** "compté à 10:12"; an old count says that it should be taken again. A count is always a dated claim. */
export function counted(iso: string, now = nowMs()): string {
  return t(isOldCount(iso, now) ? "ui.counted.old" : "ui.counted", { when: when(iso, now) });
}

/** "reçu à 10:12"; after a long silence, that it may no longer hold. */
export function received(iso: string, now = nowMs()): string {
  return t(isOldWord(iso, now) ? "ui.received.old" : "ui.received", { when: when(iso, now) });
}
