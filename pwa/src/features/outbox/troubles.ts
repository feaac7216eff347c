/** What a manager should know of a phone: said only where something is the matter. */
import type { ShopPhone } from "../../lib/apiDevices";
import { age, number } from "../../lib/format";
import { t } from "../../state";

/** Something waits on a phone that has not been heard of for a day. */
const SILENT_MS = 86_400_000;
/** A clock may go wrong by this without anybody minding. */
const CLOCK_MS = 120_000;

export function isSilent({ waiting, last_seen_at, replaced_by }: ShopPhone, now = Date.now()): boolean {
  return !replaced_by && (waiting ?? 0) > 0 && now - Date.parse(last_seen_at) > SILENT_MS;
}

/** Something may be lost: a person has to do something. */
export const isWorrying = (phone: ShopPhone, now = Date.now()): boolean =>
  isSilent(phone, now) || (phone.unexplained ?? 0) > 0 || isGone(phone);

const isGone = ({ replaced_by, waiting }: ShopPhone): boolean => replaced_by !== null && (waiting ?? 0) > 0;

export function troublesOf(phone: ShopPhone, now = Date.now()): string[] {
  const { waiting, refused, unexplained, clock_offset_ms: offset } = phone;
  return [
    isGone(phone) && t("outbox.phone.gone", { n: waiting ?? 0 }),
    !phone.replaced_by && waiting && t("outbox.phone.waiting", { n: waiting, since: since(phone) }),
    isSilent(phone, now) && t("outbox.phone.silent"),
    refused && t("outbox.phone.refused", { n: refused }),
    unexplained && t("outbox.phone.missing", { n: unexplained }),
    offset && Math.abs(offset) > CLOCK_MS && t(clockKey(offset), { n: minutes(offset) }),
  ].filter((text): text is string => typeof text === "string");
}

const since = ({ oldest_at, last_seen_at }: ShopPhone): string => age(oldest_at ?? last_seen_at);
const clockKey = (offset: number): string => (offset > 0 ? "outbox.phone.slow" : "outbox.phone.fast");

function minutes(offset: number): string {
  const whole = Math.round(Math.abs(offset) / 60_000);
  const [value, unit] = whole < 120 ? [whole, "minute"] : [Math.round(whole / 60), "hour"];
  return number(value, { style: "unit", unit, unitDisplay: "long" });
}
