/** Compare what this phone recorded with what the server says it has: pure, number by number. */
import type { OutboxEvent, Tally } from "../db";
import type { Audit } from "../lib/apiDevices";

export interface Account {
  /** Numbers that neither the server nor this phone's queues have. */
  missing: number[];
  /** Of the missing ones, what was delivered once and can be delivered again. */
  again: OutboxEvent[];
  /** The server knows numbers, or ids under them, that this phone did not give out under its present id. */
  foreign: boolean;
}

/** `before` was read before the server was asked: what was recorded since is not looked at. */
export function account(before: Tally, audit: Audit, lastNow: number): Account {
  const { device } = before;
  const known = explained(before);
  const missing = absent(audit, device.seq).filter((seq) => !known.has(seq));
  const delivered = deliveredOf(before);
  const gone = new Set(missing);
  const foreign = audit.highest_seq > lastNow;
  if (missing.length > 0 || foreign || !isQuiet(before, audit))
    return { missing, again: delivered.filter(({ seq }) => gone.has(seq)).flatMap(eventOf), foreign };
  return bySum(delivered, audit);
}

/** No number is missing, but an id may stand in the place of another. */
function bySum(delivered: readonly Delivered[], audit: Audit): Account {
  const here = delivered.filter(({ seq }) => seq >= audit.since);
  const same = here.length === audit.count_since && sumOf(here.map(({ id }) => id)) === audit.ids_sum;
  const foreign = !same && audit.count_since > here.length;
  return { missing: [], again: same || foreign ? [] : here.flatMap(eventOf), foreign };
}

type Delivered = Tally["evidence"][number];
const eventOf = ({ event }: Delivered): OutboxEvent[] => (event ? [event] : []);

const deliveredOf = ({ device, evidence }: Tally): Delivered[] =>
  evidence.filter((one) => one.how === "delivered" && one.device === device.id);

/** Numbers that are not the server's to have. */
function explained({ device, waiting, aside, evidence }: Tally): Set<number> {
  const removed = evidence.filter(({ how }) => how === "removed");
  const all = [...waiting, ...aside.map(({ event }) => event), ...removed];
  return new Set(all.filter((one) => one.device === device.id).map(({ seq }) => seq));
}

/** Each number up to the phone's last one that the server does not have. */
function absent(audit: Audit, last: number): number[] {
  const ranges = [...audit.gaps, { first: audit.highest_seq + 1, last }];
  return ranges.flatMap(({ first, last: end }) => numbers(first, Math.min(end, last)));
}

const numbers = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);

/** Sums can be compared: nothing was under way, and there is evidence of all from that number on. */
const isQuiet = ({ device, waiting }: Tally, audit: Audit): boolean =>
  device.floor === audit.since &&
  audit.highest_seq <= device.seq &&
  !waiting.some((event) => event.device === device.id);

/** The exclusive or of ids, as the server writes it. */
export function sumOf(ids: readonly string[]): string {
  const parts = [0, 0, 0, 0];
  for (const id of ids) {
    const digits = id.replaceAll("-", "");
    for (const part of parts.keys())
      parts[part] = ((parts[part] ?? 0) ^ Number.parseInt(digits.slice(8 * part, 8 * part + 8), 16)) >>> 0;
  }
  return parts.map((part) => part.toString(16).padStart(8, "0")).join("");
}
