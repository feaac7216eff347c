/** French typography: set when the words are built in, so that no phone sets them at every start. */
import type { Plugin } from "vite";

const NARROW = "\u202f";
/** The words of the screens; a room of the desk brings both languages in one file. */
const WORDS = /\/(?:messages\/fr\/\w+|features\/(?:\w+\/)+words)\.json$/;

/** Put the narrow no-break space before ; : ! ? % € and inside « », and a curly apostrophe. */
export function french(text: string): string {
  return text
    .replace(/'/g, "\u2019")
    .replace(/[ \u00a0]([;:!?%€»])/g, `${NARROW}$1`)
    .replace(/« ?/g, `«${NARROW}`)
    .replace(/(\d) (?=\d{3}\b)/g, `$1${NARROW}`);
}

/** Set the French words wherever they are imported: in a build, in a test, while developing. */
export function frenchWords(): Plugin {
  return {
    name: "french-words",
    enforce: "pre",
    transform(source, id) {
      if (!WORDS.test(id)) return null;
      const words = JSON.parse(source) as Record<string, unknown>;
      const isRoom = id.includes("/features/");
      return { code: JSON.stringify(isRoom ? { ...words, fr: set(words.fr) } : set(words)), map: null };
    },
  };
}

function set(words: unknown): unknown {
  if (typeof words === "string") return french(words);
  return Object.fromEntries(Object.entries(words as object).map(([key, each]) => [key, set(each)]));
}
