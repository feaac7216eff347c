/** The need as words: each answer is one word group of the sentence. */
import type { Answers, Finder, Question } from "../../catalogue/types";
import type { NeedWord } from "../../components/NeedSentence";
import { money, number, temperature } from "../../lib/format";
import { t } from "../../lib/i18n";
import { categories } from "../../state/lookup";

/** The order in which a seller would say it. */
const ORDER = [
  "activity",
  "wanted",
  "weather",
  "temperature_c",
  "wind_kmh",
  "humid",
  "effort",
  "duration",
  "nights_in",
  "audience",
  "age_years",
  "height_mm",
  "size",
  "sizes",
  "volume_l",
  "colour",
  "budget_cents",
] as const satisfies (keyof Answers)[];

/** A wish in the sentence is "wish:" and its id. */
export const WISH = "wish:";

const WISH_WORDS = { must: "need.must", must_not: "need.must_not", prefer: "need.prefer" } as const;

/** Write the answers as word groups. `felt` is the felt temperature in °C, shown where it differs. */
export function needWords(finder: Finder, answers: Answers, felt: number | null): NeedWord[] {
  const said = ORDER.flatMap((id) => {
    const text = wordOf(finder, id, answers, felt);
    return text ? [{ id, text }] : [];
  });
  const first = said[0];
  if (first) said[0] = { ...first, text: first.text.charAt(0).toLocaleUpperCase() + first.text.slice(1) };
  return [...said, ...wishWords(finder, answers)];
}

type Writer = (finder: Finder, answers: Answers, felt: number | null) => string;

/** Answers that are no plain choice and no plain number. */
const WRITERS: Partial<Record<(typeof ORDER)[number], Writer>> = {
  temperature_c: (_, answers, felt) => temperatureWord(Number(answers.temperature_c), felt),
  budget_cents: (_, answers) => t("need.budget", { price: money(Number(answers.budget_cents)) }),
  wanted: (finder, answers) => inSentence(pieceOf(finder, String(answers.wanted))),
  size: (_, answers) => t("need.size", { size: String(answers.size) }),
  sizes: (_, answers) => Object.values(answers.sizes ?? {}).join(", "),
  colour: (finder, answers) => inSentence(colourOf(finder, String(answers.colour))),
  height_mm: (_, answers) => t("need.height_mm", { value: number(Number(answers.height_mm) / 10) }),
};

function wordOf(finder: Finder, id: (typeof ORDER)[number], answers: Answers, felt: number | null): string | null {
  const value = answers[id];
  if (value === undefined) return null;
  const write = WRITERS[id];
  if (write) return write(finder, answers, felt);
  if (typeof value === "boolean") return t(value ? "need.humid" : "need.dry");
  if (typeof value === "number") return t(`need.${id}`, { n: value, value: number(value) });
  return inSentence(shortOf(questionOf(finder, id), String(value)));
}

/** Answers begin with a capital on their own; inside the sentence they do not, unless it is a name such as "Gore-Tex". */
function inSentence(text: string): string {
  const isName = /^\S+\p{Lu}/u.test(text);
  return isName ? text : text.charAt(0).toLocaleLowerCase() + text.slice(1);
}

/** A group is an answer of the question; a category that the customer named has its own word. */
const pieceOf = (finder: Finder, id: string): string => {
  const asked = shortOf(questionOf(finder, "wanted"), id);
  return asked === id ? (categories.value.get(id)?.label ?? id) : asked;
};

const colourOf = (finder: Finder, id: string): string =>
  finder.colours?.find((colour) => colour.id === id)?.label ?? id;

function temperatureWord(celsius: number, felt: number | null): string {
  const value = temperature(celsius);
  if (felt === null || felt === celsius) return value;
  return t("need.felt", { value, felt: `${felt < 0 ? "−" : ""}${number(Math.abs(felt))}` });
}

const questionOf = (finder: Finder, id: string): Question | undefined =>
  finder.questions.find((question) => question.id === id);

/** The short form of an answer, or its id where the catalogue does not know it. */
export function shortOf(question: Question | undefined, id: string): string {
  const answer = question?.answers.find((one) => one.id === id);
  return answer?.short || answer?.label || id;
}

function wishWords(finder: Finder, answers: Answers): NeedWord[] {
  return (["must", "must_not", "prefer"] as const).flatMap((kind) =>
    (answers[kind] ?? []).map((id) => ({
      id: WISH + id,
      text: t(WISH_WORDS[kind], { wish: wishInSentence(finder, id) }),
      strength: kind,
      wish: wishInSentence(finder, id),
    })),
  );
}

/** "Isolant : duvet" stands in a sentence as "isolant duvet". */
const wishInSentence = (finder: Finder, id: string): string =>
  inSentence(wishLabel(finder, id)).replace(/\s*:\s*/, " ");

/** The label of a wish by its id or one of its other names. */
export function wishLabel(finder: Finder, id: string): string {
  return saidOnce(finder.wishes.find((wish) => wish.id === id || wish.aliases.includes(id))?.label ?? id);
}

/** As many letters of a word tell it from others. */
const STEM = 5;

/** "Capuche : capuche pour casque" names the hood twice: the value alone says it. */
export function saidOnce(label: string): string {
  const [, quality = "", value = ""] = /^(.+?)\s*:\s*(.+)$/.exec(label) ?? [];
  const stems = quality.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const isTwice = stems.some((word) => value.toLowerCase().includes(word.slice(0, STEM)));
  return isTwice ? value.charAt(0).toLocaleUpperCase() + value.slice(1) : label;
}
