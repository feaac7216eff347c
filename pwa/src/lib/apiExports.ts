/** The catalogue as a file to take away, and what its tables mean. */
import { lang } from "./i18n";
import { ask, download, isRecord, type OnBytes } from "./net";

/** A large workbook is written for half a minute, and then comes over a slow line. */
const LONGEST_MS = 300_000;

export type ExportKind = "own" | "shopify" | "google" | "json";

export interface ExportWish {
  kind: ExportKind;
  /** The ending without its point: csv, xlsx, tsv, xml, json. */
  format: string;
  shop?: string;
  category?: string;
  lang?: string;
  empty?: boolean;
}

export interface TemplateColumn {
  name: string;
  what: string;
  unit: string;
  takes: string;
  example: string;
  needed: boolean;
}

export interface TemplateTable {
  name: string;
  title: string;
  what: string;
  columns: readonly TemplateColumn[];
}

interface ShopName {
  id: string;
  name: string;
}

const isTemplate = (data: unknown): data is { tables: TemplateTable[] } => isRecord(data) && Array.isArray(data.tables);
const isShops = (data: unknown): data is { items: ShopName[] } => isRecord(data) && Array.isArray(data.items);

/** The address of an export; what was not chosen is not said. */
export function exportUrl({ kind, empty, ...wish }: ExportWish): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...wish, ...(empty ? { empty: "true" } : {}) }))
    if (value) query.set(name, value);
  return `/api/v1/exports/${kind}?${query}`;
}

export const fetchExport = (
  wish: ExportWish,
  signal?: AbortSignal,
  onBytes?: OnBytes,
): Promise<{ file: Blob; name: string }> =>
  download(exportUrl(wish), {
    timeoutMs: LONGEST_MS,
    ...(signal ? { signal } : {}),
    ...(onBytes ? { onBytes } : {}),
  });

export async function fetchTemplate(signal: AbortSignal): Promise<readonly TemplateTable[]> {
  const answer = await ask(`/api/v1/exports/template?lang=${lang.peek() === "fr" ? "fr" : "en"}`, {
    accept: isTemplate,
    signal,
  });
  if (!answer.changed) throw new TypeError("this is never unchanged");
  return answer.data.tables;
}

export async function fetchShopNames(signal: AbortSignal): Promise<readonly ShopName[]> {
  const answer = await ask("/api/v1/shops", { accept: isShops, signal });
  if (!answer.changed) throw new TypeError("this is never unchanged");
  return answer.data.items;
}
