/** What else waits for somebody at the desk: planned prices, photos, phones that are not heard of, texts left behind. */
import { fetchPhones, type ShopPhone } from "../../../lib/apiDevices";
import { fetchKnowledge, type KnowledgeShown } from "../../../lib/apiKnowledge";
import { fetchDrafts, type PhotoDraft } from "../../../lib/apiPhotos";
import { fetchChanges, fetchShops, type PriceChange } from "../../../lib/apiPrices";
import { nowMs } from "../../../lib/clock";
import { age } from "../../../lib/format";
import { log } from "../../../lib/log";
import { href, lang, t } from "../../../state";
import { isAway } from "../parts/reason";

export interface Notice {
  id: string;
  figure: number;
  name: string;
  about: string;
  address: string;
}

export interface Noticed {
  notices: readonly Notice[];
  /** Something could not be read: nobody may conclude that all is well. */
  partly: boolean;
}

/** A phone that was in the shop every day would have been heard of. */
const SILENT_MS = 7 * 86_400_000;
/** What failed longer ago is history. */
const FAILED_MS = 14 * 86_400_000;

const SOURCES: readonly ((shop: string, signal: AbortSignal) => Promise<Notice[]>)[] = [
  async (shop, signal) => pricesTold(await changesOf(shop, signal)),
  async (_, signal) => phonesTold(await fetchPhones(signal)),
];
const FOR_WRITERS: typeof SOURCES = [
  async (_, signal) => photosTold(await fetchDrafts(signal)),
  async (_, signal) => textsTold(await fetchKnowledge(signal)),
];

/** Ask all of them; without a network it fails as a whole, and is asked again. */
export async function readNotices(mayWrite: boolean, shop: string, signal: AbortSignal): Promise<Noticed> {
  const sources = mayWrite ? [...SOURCES, ...FOR_WRITERS] : SOURCES;
  const told = await Promise.allSettled(sources.map((source) => source(shop, signal)));
  const failed = told.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  for (const cause of failed) {
    if (isAway(cause) || signal.aborted) throw cause;
    log.info("part of what waits not read", cause);
  }
  return {
    notices: told.flatMap((one) => (one.status === "fulfilled" ? one.value : [])),
    partly: failed.length > 0,
  };
}

/** Of all shops for who keeps the range, else of the own one. */
async function changesOf(own: string, signal: AbortSignal): Promise<PriceChange[]> {
  const shops = await fetchShops(signal);
  const wanted = own ? shops.filter(({ id }) => id === own) : shops;
  return (await Promise.all(wanted.map(({ id }) => fetchChanges(id, signal)))).flat();
}

/** Those that could not be published, each by itself; then how many come by themselves, and when the next does. */
export function pricesTold(changes: readonly PriceChange[], now = nowMs()): Notice[] {
  const failed = changes.filter(
    ({ state, starts_at }) => state === "failed" && now - Date.parse(starts_at ?? "") < FAILED_MS,
  );
  const planned = changes
    .filter(({ state, starts_at }) => state === "planned" && starts_at)
    .sort((one, other) => String(one.starts_at).localeCompare(String(other.starts_at)));
  const next = planned[0];
  const told = failed.map((change) => ({
    id: change.id,
    figure: change.count,
    name: t("home.desk.prices.failed", { n: change.count, name: change.name }),
    about: change.problem ?? "",
    address: href("/desk/prices/changes", { shop: change.shop }),
  }));
  if (!next) return told;
  const about = t("home.desk.prices.next", { name: next.name, when: age(next.starts_at ?? "", new Date(now)) });
  const name = t("home.desk.prices.planned", { n: planned.length });
  const address = href("/desk/prices/changes", { shop: next.shop });
  return [...told, { id: "planned", figure: planned.length, name, about, address }];
}

/** Phones that were not heard of for a week may advise from an old range, and hold what nobody has received. */
export function phonesTold(phones: readonly ShopPhone[], now = nowMs()): Notice[] {
  const silent = phones
    .filter(({ last_seen_at, replaced_by }) => !replaced_by && now - Date.parse(last_seen_at) > SILENT_MS)
    .sort((one, other) => one.last_seen_at.localeCompare(other.last_seen_at));
  const oldest = silent[0];
  if (!oldest) return [];
  return [
    {
      id: "phones",
      figure: silent.length,
      name: t("home.desk.phones", { n: silent.length }),
      about: t("home.desk.phones.oldest", {
        person: oldest.person,
        when: age(oldest.last_seen_at, new Date(now)),
      }),
      address: href("/outbox"),
    },
  ];
}

export function photosTold(drafts: readonly PhotoDraft[]): Notice[] {
  const n = drafts.length;
  if (n === 0) return [];
  const about = t("home.desk.photos.about");
  return [{ id: "photos", figure: n, name: t("home.desk.photos", { n }), about, address: href("/desk/photos") }];
}

/** Where the house's words were changed in one language, the others still say the old ones. */
export function textsTold({ lines }: Pick<KnowledgeShown, "lines">): Notice[] {
  const n = lines.filter(({ behind }) => behind.length > 0).length;
  if (n === 0) return [];
  const names = new Intl.DisplayNames(lang.value, { type: "language" });
  const codes = [...new Set(lines.flatMap(({ behind }) => behind))].sort();
  const languages = codes.map((code) => names.of(code) ?? code).join(", ");
  return [
    {
      id: "texts",
      figure: n,
      name: t("home.desk.texts", { n }),
      about: t("home.desk.texts.about", { languages }),
      address: href("/desk/knowledge", { state: "behind" }),
    },
  ];
}
