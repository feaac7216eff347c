/** What of the trail is looked at, as it stands in the address, and as a file to take away. */
import { type Deed, fetchTrail, type WantedDeeds } from "../../../lib/apiAudit";
import { plain } from "../../../lib/plain";
import { t } from "../../../state";
import { csvFile } from "../parts/csvFile";
import { shopName } from "../parts/shopName";
import { deedText } from "./deeds";

/** What is shown, by the values of the address. */
export type Looked = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

const NAMES = ["q", "author", "kind", "since", "until", "piece"] as const;
/** In the address: what the server did by itself has no name. */
export const ITSELF = "-";
/** Deeds in one answer, where all of them are wanted. */
const AT_ONCE = 200;
export const KINDS = ["published", "imports", "prices", "stock", "photos", "exports", "people"] as const;

export const lookedAt = (query: Readonly<Record<string, string>>): Looked =>
  Object.fromEntries(NAMES.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));

/** As the server is asked for it; a day or a kind that is none, typed into the address, is left out. */
export function wantedOf({ author, since, until, kind, ...said }: Looked): WantedDeeds {
  return {
    ...said,
    ...(author ? { author: author === ITSELF ? "" : author } : {}),
    ...(KINDS.some((one) => one === kind) ? { kind: kind as string } : {}),
    ...(isDay(since) ? { since } : {}),
    ...(isDay(until) ? { until } : {}),
  };
}

const isDay = (text: string | undefined): text is string => /^20\d\d-\d\d-\d\d$/.test(text ?? "");

/** The command line has a name in English alone. */
const CONSOLE = "command line";

/** Whose deed it was, in words. */
export function nameOf(author: string): string {
  if (author === CONSOLE) return t("revisions.trail.console");
  return author || t("revisions.trail.server");
}

export const whose = ({ author }: Deed): string => nameOf(author);

/** Names for a choice: people first, then what is no person. */
export function namesOf(authors: readonly string[]): { value: string; label: string }[] {
  const rank = (author: string) => (author && author !== CONSOLE ? 0 : 1);
  return [...authors]
    .sort((one, other) => rank(one) - rank(other) || plain(one).localeCompare(plain(other)))
    .map((author) => ({ value: author || ITSELF, label: nameOf(author) }));
}

/** All deeds that are looked at, however many pages they are. */
export async function allDeeds(looked: Looked, signal: AbortSignal): Promise<Deed[]> {
  const deeds: Deed[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { items, next_cursor }: Awaited<ReturnType<typeof fetchTrail>> = await fetchTrail(
      cursor,
      wantedOf(looked),
      AT_ONCE,
      signal,
    );
    deeds.push(...items);
    cursor = next_cursor;
  }
  return deeds;
}

const TITLES = ["day", "time", "author", "role", "deed", "shop", "subject"] as const;

/** The deeds as a table, in the words of the screen; days and hours by this device's clock, so that they sort. */
export function trailFile(deeds: readonly Deed[]): Blob {
  return csvFile(
    TITLES.map((id) => t(`revisions.trail.title.${id}`)),
    deeds.map((deed) => [
      ...clockOf(deed.at),
      whose(deed),
      deed.role && t(`revisions.deed.role.${deed.role}`),
      deedText(deed),
      shopName(deed.shop),
      deed.subject,
    ]),
  );
}

/** "2026-11-23", "10:12". */
function clockOf(iso: string): [string, string] {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, "0");
  return [
    `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    `${two(at.getHours())}:${two(at.getMinutes())}`,
  ];
}
