/** Pieces, activities, weather and the like: what each phrase says, before one is chosen of several. */
import { before, isBreak, isRole, leave, type Reading, type Said, use } from "./reading";
import type { Item, Meaning } from "./types";
import type { Wished } from "./wishes";

type Answering = Meaning & { kind: "answers" };

const answering = (item: Item | undefined): Answering | null =>
  item?.means?.kind === "answers" && !item.left ? item.means : null;

/** Say what the phrases say. Returns wishes that come with pieces: braces, winter warmth. */
export function readChoices(reading: Reading): Wished[] {
  const wished: Wished[] = [];
  reading.items.forEach((item, at) => {
    const means = item.used ? null : answering(item);
    if (!means) return;
    if (means.says.audience && paidIt(reading, at)) {
      leave(reading, at, at + 1);
      return;
    }
    use(reading, at, at + 1);
    sayAll(reading, means, at);
    if (means.wish) wished.push({ id: means.wish, kind: "must", start: at, end: at + 1 });
  });
  readSeason(reading, wished);
  return wished;
}

/** "mein Kumpel hat 500 Euro bezahlt": whoever paid is not whom it is for. */
function paidIt({ items }: Reading, at: number): boolean {
  if (!isBreak(items[before(items, at)])) return false;
  let next = at + 1;
  while (!isBreak(items[next]) && !isRole(items[next], "paid")) next++;
  return isRole(items[next], "paid");
}

/** Before wishes are read: pieces that are not looked for, and words that are a material beside another piece. */
export function readPieces(reading: Reading): void {
  setOwnThingsAside(reading);
  reading.items.forEach((item, at) => {
    const beside = answering(item)?.beside;
    if (beside && (isBeside(reading, at) || (beside.form === "quality" && describes(reading, at)))) item.means = beside;
  });
}

/** "à mettre sous ma veste", "j’ai déjà une doudoune": a piece that is not looked for. */
function setOwnThingsAside(reading: Reading): void {
  const { items } = reading;
  items.forEach((item, at) => {
    if (!isRole(item, "other_piece")) return;
    let next = at + 1;
    while (isRole(items[next], "filler", "not")) next++;
    if (answering(items[next])?.says.wanted) leave(reading, next, next + 1);
  });
}

/** A word such as "duvet" names a piece alone, and what another piece is made of beside one: "un sac de couchage en duvet". */
function isBeside(reading: Reading, at: number): boolean {
  const { items } = reading;
  if (isOwnNoun(reading, at)) return false;
  const isPiece = (item: Item | undefined) => answering(item)?.says.wanted !== undefined && !answering(item)?.beside;
  let left = at - 1;
  while (isRole(items[left], "filler", "or", "and")) left--;
  const listed = items.slice(left + 1, at).some((item) => isRole(item, "or", "and")) && isPiece(items[left]);
  return !listed && items.some(isPiece);
}

const INDEFINITE = new Set("un une a an ein eine einen una uno".split(" "));

/** "pas une doudoune, une polaire": with its own article it is a piece of its own, unless another has it. */
function isOwnNoun({ items, tokens }: Reading, at: number): boolean {
  const article = items[at - 1];
  return INDEFINITE.has(tokens[(article?.end ?? 0) - 1]?.norm ?? "") && !isRole(items[at - 2], "with", "in", "of");
}

const ARTICLES = new Set(
  "un une des l le les d de du uno una il lo i gli el los las unos mon ton son mio mi".split(" "),
);

/** "un truc imperméable", "imperméable obligatoire" say how it is; "un imperméable" is a piece. */
function describes(reading: Reading, at: number): boolean {
  const ahead = reading.items[at - 1];
  if (ARTICLES.has(reading.tokens[(ahead?.end ?? 0) - 1]?.norm ?? "")) return false;
  const isWeighed = isRole(reading.items[at + 1], "must", "prefer", "indifferent");
  return isWeighed || isRole(ahead, "filler", "of", "must", "prefer");
}

function sayAll(reading: Reading, means: Answering, at: number): void {
  const attached =
    means.says.activity !== undefined && means.says.wanted === undefined ? pieceBeside(reading, at) : null;
  for (const [key, value] of Object.entries(means.says)) {
    const said = { key: key as keyof Answering["says"], value, start: at, end: at + 1 };
    reading.said.push({
      ...said,
      value: key === "humid" ? value === "true" : value,
      weak: attached !== null || (Object.keys(means.says).length > 1 && key !== "wanted"),
    });
  }
  if (attached === null) return;
  const made = reading.lexicon.made_for[attached.wanted]?.[means.says.activity ?? ""];
  if (!made) return;
  const [start, end] = [Math.min(at, attached.at), Math.max(at, attached.at) + 1];
  reading.said.push({ key: "wanted", value: made, start, end });
}

/** The piece right beside an activity: "pantalon de ski de rando", "ski touring trousers". */
function pieceBeside(reading: Reading, at: number): { wanted: string; at: number } | null {
  const { items } = reading;
  let left = at - 1;
  while (isRole(items[left], "of", "size_weak") || items[left]?.norm === "-") left--;
  for (const beside of [left, at + 1]) {
    const wanted = answering(items[beside])?.says.wanted;
    if (wanted && (beside === left || !isRole(items[at + 1], "of", "size_weak"))) return { wanted, at: beside };
  }
  return null;
}

const HIKES = ["hiking", "winter-hiking"];

/** "rando en hiver" is winter walking; "chaussures d’hiver" are winter boots; a winter jacket is warm. */
function readSeason(reading: Reading, wished: Wished[]): void {
  reading.items.forEach((item, at) => {
    if (item.means?.kind !== "season" || item.used) return;
    use(reading, at, at + 1);
    const activity = reading.said.find((one) => one.key === "activity");
    if (item.means.season === "summer") passSummer(reading, activity, at);
    else if (activity) winterise(reading, activity, at, wished);
    else wearInWinter(reading, at, wished);
  });
}

/** Summer says what most activities say already, and nothing that the finder asks. */
function passSummer(reading: Reading, activity: Said | undefined, at: number): void {
  if (!activity || reading.lexicon.winter.includes(String(activity.value))) leave(reading, at, at + 1);
}

function winterise(reading: Reading, activity: Said, at: number, wished: Wished[]): void {
  if (HIKES.includes(String(activity.value))) {
    activity.value = "winter-hiking";
    reading.said.push({ key: "activity", value: "winter-hiking", start: at, end: at + 1, weak: true });
  } else if (!reading.lexicon.winter.includes(String(activity.value))) wearInWinter(reading, at, wished, activity);
}

function wearInWinter(reading: Reading, at: number, wished: Wished[], activity?: Said): void {
  const piece = reading.said.find((one) => one.key === "wanted");
  const ways = reading.lexicon.made_for[String(piece?.value)];
  // What is made for the activity goes before what is made for the season: boots for winter mountaineering.
  const made = ways?.[String(activity?.value)] ? undefined : ways?.winter;
  if (piece && made) reading.said.push({ key: "wanted", value: made, start: at, end: at + 1 });
  else if (piece) wished.push({ id: "warm", kind: "prefer", start: at, end: at + 1 });
  else leave(reading, at, at + 1);
}
