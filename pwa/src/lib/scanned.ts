/** What a camera read: an article number in any of the forms that GS1 prints, or one of our own pages. */
import { readGtin } from "./gtin";

export type Scanned = { gtin: string } | { ref: string } | null;

/** Symbology identifier (ISO/IEC 15424), as some decoders put it before the data. */
const SYMBOLOGY = /^\][A-Za-z]\d/;
/** The first element of a GS1-128 or DataMatrix: application identifier 01 and fourteen digits. */
const ELEMENT = /^(?:\(01\)|01)(\d{14})/;
/** The separator that may come before the first element (FNC1, sent as GS). */
const GROUP = String.fromCharCode(29);
const OUR_PAGE = /\/p\/([a-z0-9][a-z0-9-]*)\/?(?:[?#]|$)/;

/**
 * Read the text of a code. The number comes with 14 digits.
 *
 * A Digital Link counts whatever its domain and stem: the rightmost 01 decides, and nothing is fetched.
 */
export function readScan(text: string): Scanned {
  const data = text.trim().replace(SYMBOLOGY, "").replace(GROUP, "");
  if (data.includes("/")) return fromLink(data);
  const gtin = complete(data) ?? complete(ELEMENT.exec(data)?.[1] ?? "");
  return gtin === null ? null : { gtin };
}

function fromLink(link: string): Scanned {
  const path = (link.split(/[?#]/)[0] ?? "").split("/");
  for (let i = path.length - 2; i >= 0; i -= 1) {
    const gtin = path[i] === "01" ? complete(path[i + 1] ?? "") : null;
    if (gtin !== null) return { gtin };
  }
  const ref = OUR_PAGE.exec(link)?.[1];
  return ref ? { ref } : null;
}

function complete(digits: string): string | null {
  if (!/^\d+$/.test(digits)) return null;
  const typed = readGtin(digits);
  return typed?.state === "complete" ? typed.gtin : null;
}
