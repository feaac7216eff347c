/** The forms in which the catalogue leaves the house. */
import type { ExportKind, ExportWish } from "../../../lib/apiExports";

export interface Kind {
  id: ExportKind;
  /** Endings, the usual one first. */
  formats: readonly string[];
  /** It is about one shop's prices: without a shop there is nothing to offer. */
  needsShop?: boolean;
  /** It can be narrowed and said in a language; JSON is always all of it. */
  whole?: boolean;
  langs: readonly string[];
}

const ALL = ["fr", "en", "de", "it", "es"] as const;

const KINDS: readonly Kind[] = [
  { id: "own", formats: ["xlsx", "csv"], langs: ["fr", "en"] },
  { id: "shopify", formats: ["csv"], langs: ALL },
  { id: "google", formats: ["xml", "tsv"], needsShop: true, langs: ALL },
  { id: "json", formats: ["json"], whole: true, langs: [] },
];

/** What somebody may take: the whole source is for whoever keeps the range. */
export const kindsFor = (mayWrite: boolean): readonly Kind[] => KINDS.filter(({ whole }) => mayWrite || whole !== true);

/** What is asked for before anybody chooses: the reader's language, and the own shop where one is needed. */
export function firstWish(kind: Kind, spoken: string, shop: string | null, anyShop: boolean): ExportWish {
  const near = kind.needsShop || !anyShop;
  return {
    kind: kind.id,
    format: kind.formats[0] ?? "",
    shop: (near && shop) || "",
    lang: kind.langs.includes(spoken) ? spoken : (kind.langs[0] ?? ""),
  };
}
