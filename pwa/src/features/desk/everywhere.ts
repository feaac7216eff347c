/** What one field finds over the whole desk: rooms, products, imports, revisions, criteria of the advice, people. */
import type { WantedDeeds } from "../../lib/apiAudit";
import type { ImportSummary, Revision } from "../../lib/apiImports";
import type { KnownLine } from "../../lib/apiKnowledge";
import type { DeskLine } from "../../lib/apiProducts";
import { date } from "../../lib/format";
import { holds, plain, wordsOf } from "../../lib/plain";
import { categories, href, t } from "../../state";
import { saidNote } from "./parts/saidNote";
import { namesOf } from "./revisions/trail";
import type { Room } from "./rooms";

export interface Found {
  title: string;
  /** What tells it from another of the same name. */
  about: string;
  address: string;
}

export interface FoundGroup {
  id: "products" | "imports" | "revisions" | "knowledge" | "people" | "rooms";
  found: readonly Found[];
}

/** What is looked through; what is not here yet is looked through later. */
export interface Shelves {
  rooms: readonly Room[];
  /** Found by the server, for these very words. */
  products: readonly DeskLine[] | undefined;
  imports: readonly ImportSummary[] | undefined;
  revisions: readonly Revision[] | undefined;
  knowledge: readonly KnownLine[] | undefined;
  authors: readonly string[] | undefined;
}

/** Of each kind: who wants more of it goes to its room. */
const MOST = 5;

/** All that has these words, kind by kind, what begins with them first. */
export function foundFor(typed: string, shelves: Shelves): FoundGroup[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const first = words[0] ?? "";
  const groups: FoundGroup[] = [
    { id: "rooms", found: best(shelves.rooms.map(roomFound), words, first) },
    { id: "products", found: (shelves.products ?? []).slice(0, MOST).map(productFound) },
    { id: "imports", found: best((shelves.imports ?? []).map(importFound), words, first) },
    { id: "revisions", found: best((shelves.revisions ?? []).map(revisionFound), words, first) },
    { id: "knowledge", found: best((shelves.knowledge ?? []).map(lineFound), words, first) },
    { id: "people", found: best(namesOf(shelves.authors ?? []).map(personFound), words, first) },
  ];
  return groups.filter(({ found }) => found.length > 0);
}

/** What a product is asked for by: spaces within a GTIN, as it is printed below the bars, are none of it. */
export const askedOf = (typed: string): string => (/^[\d\s]+$/.test(typed) ? typed.replace(/\s/g, "") : typed.trim());

interface Candidate extends Found {
  /** Searched besides title and note. */
  more?: string;
}

function best(candidates: readonly Candidate[], words: readonly string[], first: string): Found[] {
  const holding = candidates.filter(({ title, about, more }) => holds(`${title} ${about} ${more ?? ""}`, words));
  const rank = ({ title }: Candidate) => (plain(title).startsWith(first) ? 0 : holds(title, words) ? 1 : 2);
  return holding.sort((one, other) => rank(one) - rank(other)).slice(0, MOST);
}

const roomFound = ({ id }: Room): Candidate => ({
  title: t(`desk.room.${id}`),
  about: "",
  address: href(id === "home" ? "/desk" : `/desk/${id}`),
});

const productFound = ({ ref, name, brand, category }: DeskLine): Candidate => ({
  title: name,
  about: [brand, categories.value.get(category)?.label ?? "", ref].filter(Boolean).join(" · "),
  address: href(`/desk/products/${encodeURIComponent(ref)}`),
});

const importFound = ({ id, name, state, author, created_at }: ImportSummary): Candidate => ({
  title: saidNote(name),
  about: [t(`desk.import.state.${state}`), author, date(created_at, "short")].join(" · "),
  address: href(`/desk/import/${id}`),
});

const revisionFound = ({ number, note, author, published_at }: Revision): Candidate => ({
  title: t("desk.find.revision", { number: String(number), note: saidNote(note) }),
  about: [author, date(published_at, "short")].join(" · "),
  address: href(`/desk/revisions/${number}`),
});

const lineFound = ({ part, id, name, about }: KnownLine): Candidate => ({
  title: name,
  about: about || t(`desk.find.part.${part}`),
  more: id,
  address: href(`/desk/knowledge/${id}`),
});

const personFound = ({ value, label }: { value: string; label: string }): Candidate => ({
  title: label,
  about: t("desk.find.person"),
  address: href("/desk/revisions/trail", { author: value } satisfies WantedDeeds),
});
