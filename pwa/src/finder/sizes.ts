/** Which of a product's sizes is the one that was asked for. */

const PREFIX = /^(?:TAILLE|SIZE|POINTURE|T\.|EUR|EU|FR) */;
const MANY_X = /^([2-9])X([LS])$/;
const AGE = /^([0-9]{1,2}) ?(?:ANS|AN|A|YEARS|YRS|Y|J|JAHRE|ANNI|ANOS|AÑOS)$/;
const RANGE = /^([0-9]{2}(?:\.5)?) *[-/–] *([0-9]{2}(?:\.5)?)$/;
const LETTER = /^(?:X*S|M|X*L)$/;
const SHOE = /^(?:(?:UK|US) ?)?[0-9]{1,2}(?:\.5| [12]\/3)?$/;
const NUMBER = /^[0-9]{2}(?:\.5)?$/;
const CENTIMETRES = /^[0-9]{2,3}$/;
const ONE = new Set(["TU", "U", "UNI", "ONE", "OS", "ONE SIZE", "TAILLE UNIQUE", "UNIQUE", "UNICA", "0"]);

const known = new Map<string, string>();

/** One spelling for a size: "m", "EU 42,5", "2XL" and "8 ans" give "M", "42.5", "XXL" and "8A". */
export function normalise(size: string): string {
  let text = known.get(size);
  if (text === undefined) {
    text = spell(size);
    known.set(size, text);
  }
  return text;
}

function spell(size: string): string {
  let text = size.toUpperCase().trim().split(/\s+/).join(" ");
  text = text.replaceAll(" 1/2", ".5").replaceAll("½", ".5").replaceAll(",5", ".5").replace(PREFIX, "");
  const many = MANY_X.exec(text);
  if (many) return "X".repeat(Number(many[1])) + many[2];
  const age = AGE.exec(text);
  return age ? `${age[1]}A` : text;
}

/** Whether a size can be meant for things of this kind; in a mixed list letters are for garments and numbers for shoes. */
export function applies(size: string, kind: string, wantedKinds: ReadonlySet<string>): boolean {
  if (wantedKinds.size === 1 && wantedKinds.has(kind)) return true;
  if (LETTER.test(size)) return kind === "garment";
  if (SHOE.test(size)) return kind === "shoe";
  return kind === "garment";
}

function matches(asked: string, offered: string): boolean {
  if (asked === offered) return true;
  const span = RANGE.exec(offered);
  if (span && NUMBER.test(asked)) return Number(span[1]) <= Number(asked) && Number(asked) <= Number(span[2]);
  return LETTER.test(asked) && offered.split(/[/-]/).includes(asked);
}

/** The sizes, as the product spells them, that fit; a product of one size fits everybody. */
export function fitting(asked: string, sizes: readonly string[]): string[] {
  const distinct = [...new Set(sizes)];
  if (distinct.length === 1 && ONE.has(normalise(distinct[0] as string))) return distinct;
  return distinct.filter((size) => matches(asked, normalise(size)));
}

/** The children's sizes that leave room to grow: from the child's height to ten centimetres above. */
export function childSizes(targetCm: number, sizes: readonly string[], heights: Record<string, number>): string[] {
  return [...new Set(sizes)].filter((size) => {
    const height = heightOf(normalise(size), heights);
    return height !== null && targetCm <= height && height < targetCm + 11;
  });
}

function heightOf(size: string, heights: Record<string, number>): number | null {
  for (const part of size.split(/[/ ]/)) {
    const height = part.endsWith("A") ? heights[part.slice(0, -1)] : undefined;
    if (height !== undefined) return height;
    if (CENTIMETRES.test(part) && Number(part) >= 74 && Number(part) <= 188) return Number(part);
  }
  return null;
}
