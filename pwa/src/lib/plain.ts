/** A text in small letters without accents, so that "leger" finds « Léger »; an apostrophe is an apostrophe. */
export const plain = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();

/** Whether a text holds every word that somebody typed. */
export const holds = (text: string, words: readonly string[]): boolean => {
  const letters = plain(text);
  return words.every((word) => letters.includes(word));
};

/** The words of what somebody typed. */
export const wordsOf = (typed: string): string[] => plain(typed).split(/\s+/).filter(Boolean);
