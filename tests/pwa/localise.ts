const LANGUAGES = new Set(["fr", "en", "de", "it", "es"]);

/** One document in one language, as `catalog.text.localise` makes it. */
export function localise(node: unknown, lang: string): unknown {
  if (Array.isArray(node)) return node.map((each) => localise(each, lang));
  if (node === null || typeof node !== "object") return node;
  const entries = Object.entries(node);
  if ("fr" in node && entries.every(([key]) => LANGUAGES.has(key))) {
    const text = node as Record<string, string>;
    return text[lang] || text.en || text.fr;
  }
  return Object.fromEntries(entries.map(([key, value]) => [key, localise(value, lang)]));
}
