/** French typography: the spaces that must not break. */

const NARROW = "\u202f";

/** Put the narrow no-break space before ; : ! ? % € and inside « », and a curly apostrophe. */
export function french(text: string): string {
  return text
    .replace(/'/g, "\u2019")
    .replace(/[ \u00a0]([;:!?%€»])/g, `${NARROW}$1`)
    .replace(/« ?/g, `«${NARROW}`)
    .replace(/(\d) (?=\d{3}\b)/g, `$1${NARROW}`);
}
