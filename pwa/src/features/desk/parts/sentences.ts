/** A difference told in sentences, before any table: "42 prix changent, 3 pièces n’ont plus de taille L". */
import type { Changes, PriceChange, SampleAdvice } from "../../../lib/apiImports";
import { t } from "../../../state";
import { fieldLabel } from "./values";

export interface Sentence {
  id: string;
  text: string;
  /** What it is made of: "12 baissent, 30 montent". */
  detail?: string;
  /** Something goes away. */
  gone?: boolean;
}

/** In the order in which they matter to who reads them. */
const COUNTED = [
  "products_removed",
  "products_added",
  "prices",
  "products_changed",
  "variants_removed",
  "variants_added",
  "variants_changed",
  "photos_added",
  "photos_removed",
  "photos_changed",
  "size_charts_added",
  "size_charts_changed",
  "size_charts_removed",
  "shops_added",
  "shops_changed",
  "shops_removed",
  "knowledge_changed",
] as const;

/** Fields named in one sentence; the table has all of them. */
const NAMED_FIELDS = 4;
const NAMED_SIZES = 3;

/** The sizes in which a piece is still sold, without the variants that go; null where this device does not know the piece. */
export type SizesLeft = (ref: string, gone: ReadonlySet<string>) => ReadonlySet<string> | null;

export function sentencesOf(changes: Changes, advice: SampleAdvice | null, sizesLeft: SizesLeft): Sentence[] {
  const counts = changes.counts ?? {};
  const details: Record<string, string | undefined> = {
    prices: pricesDetail(changes.prices ?? [], counts.prices ?? 0),
    products_changed: fieldsDetail(changes),
  };
  const told = COUNTED.filter((name) => (counts[name] ?? 0) > 0).map((name): Sentence => {
    const detail = details[name];
    return {
      id: name,
      text: t(`desk.diff.${name}`, { n: counts[name] ?? 0 }),
      ...(detail ? { detail } : {}),
      ...(name.endsWith("_removed") ? { gone: true } : {}),
    };
  });
  return [...told, ...sizeSentences(changes, sizesLeft), ...adviceSentences(advice)];
}

/** Nothing to say of a list that was cut: it would be a wrong sum. */
function pricesDetail(prices: readonly PriceChange[], count: number): string | undefined {
  if (prices.length < count) return undefined;
  const sums = { down: 0, up: 0, reference: 0, added: 0, removed: 0 };
  for (const price of prices) sums[turnOf(price)] += 1;
  return joined(
    Object.entries(sums).filter(([, n]) => n > 0),
    (name, n) => t(`desk.diff.prices.${name}`, { n }),
  );
}

function turnOf({ before, after }: PriceChange): "down" | "up" | "reference" | "added" | "removed" {
  if (!before) return "added";
  if (!after) return "removed";
  if (after[0] === before[0]) return "reference";
  return after[0] < before[0] ? "down" : "up";
}

function fieldsDetail({ products, counts }: Changes): string | undefined {
  const changed = products?.changed ?? [];
  if (changed.length < (counts?.products_changed ?? 0)) return undefined;
  const sums = new Map<string, number>();
  for (const { field } of changed.flatMap(({ fields }) => fields)) sums.set(field, (sums.get(field) ?? 0) + 1);
  const sorted = [...sums].sort(([, a], [, b]) => b - a);
  const rest = sorted.length - NAMED_FIELDS;
  const named = joined(sorted.slice(0, NAMED_FIELDS), (field, n) =>
    t("desk.diff.field", { field: fieldLabel(field).toLocaleLowerCase(), n }),
  );
  return rest > 0 ? `${named}, ${t("desk.diff.fields.more", { n: rest })}` : named;
}

const joined = (entries: readonly (readonly [string, number])[], say: (name: string, n: number) => string): string =>
  entries.map(([name, n]) => say(name, n)).join(", ");

/** Pieces that lose a size altogether: in another colour it may still be there. */
function sizeSentences({ variants, pieces }: Changes, sizesLeft: SizesLeft): Sentence[] {
  const gone = new Set(variants?.removed ?? []);
  const lost = new Map<string, Set<string>>();
  for (const gtin of gone) {
    const piece = pieces?.[gtin];
    const left = piece && sizesLeft(piece.ref, gone);
    if (!piece || !left || left.size === 0 || left.has(piece.size)) continue;
    lost.set(piece.size, (lost.get(piece.size) ?? new Set()).add(piece.ref));
  }
  return [...lost]
    .sort(([, a], [, b]) => b.size - a.size)
    .slice(0, NAMED_SIZES)
    .map(([size, refs]) => ({ id: `size-${size}`, text: t("desk.diff.size", { n: refs.size, size }), gone: true }));
}

function adviceSentences(advice: SampleAdvice | null): Sentence[] {
  if (!advice) return [];
  const requests = advice.requests?.changed_count ?? 0;
  const asked = requests > 0 ? [{ id: "requests", text: t("desk.diff.requests", { n: requests }) }] : [];
  return [...asked, ...sampleSentences(advice)];
}

function sampleSentences(advice: SampleAdvice): Sentence[] {
  if (advice.changed_count === 0) return [];
  const lost = advice.changed.filter(({ verdict }) => verdict === "lost").length;
  const detail = lost > 0 ? { detail: t("desk.diff.advice.lost", { n: lost }) } : {};
  return [{ id: "advice", text: t("desk.diff.advice", { n: advice.changed_count }), ...detail }];
}

/** Whether publishing would change anything that phones show. */
export const isNothing = ({ counts }: Changes): boolean => Object.values(counts ?? {}).every((n) => n === 0);

/** How many things change, for the button. */
export const changesIn = ({ counts }: Changes): number => Object.values(counts ?? {}).reduce((sum, n) => sum + n, 0);
