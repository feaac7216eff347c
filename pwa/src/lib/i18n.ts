/** Words of the application: those of the first screen in French at once, all others when asked for. */
import { batch, computed, effect, signal } from "@preact/signals";

/** What a seller works in. */
export type Lang = "fr" | "en";
export const LANGS: readonly Lang[] = ["fr", "en"];
/** What a customer can be shown; beyond the seller's languages, only the words of the customer's screen. */
export type Spoken = Lang | "de" | "it" | "es";
export const SPOKEN: readonly Spoken[] = ["fr", "en", "de", "it", "es"];
type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
export type Message = string | Plural;
export type Messages = Record<string, Message>;
/** What a part says that brings its own words, in both of the seller's languages. */
export type Words = Record<Lang, Messages>;

/** What the first screen says, and what the other pages say: their words come with their code. */
type Part = "first" | "later";
const frenchFiles = import.meta.glob<Messages>("../messages/fr/{advice,common,frame,home,refine,words}.json", {
  eager: true,
  import: "default",
});
const brought = ({ messages }: { messages: Messages }) => messages;
const parts: Record<Lang, Partial<Record<Part, () => Promise<Messages>>>> = {
  fr: { later: () => import("../messages/fr/later").then(brought) },
  en: {
    first: () => import("../messages/en/first").then(brought),
    later: () => import("../messages/en/later").then(brought),
  },
};
const shownFiles: Record<Exclude<Spoken, Lang>, () => Promise<Messages>> = {
  de: () => import("../messages/de/show.json").then((module) => module.default),
  it: () => import("../messages/it/show.json").then((module) => module.default),
  es: () => import("../messages/es/show.json").then((module) => module.default),
};

const tables = signal<Partial<Record<Spoken, Messages>> & { fr: Messages }>({ fr: merge(frenchFiles) });
const here = new Set<string>(["fr first"]);
/** Whether a page beyond the first screen has been asked for: from then on, a language comes whole. */
let further = false;
const own = signal<Lang>("fr");
const guest = signal<Spoken | null>(null);

/** The language that the seller works in. Change it with `useLanguage`. */
export const ownLang = computed(() => own.value);
/** The language of the screens: the customer's while the phone is turned to them, else the seller's. */
export const lang = computed<Spoken>(() => guest.value ?? own.value);
const plurals = computed(() => new Intl.PluralRules(lang.value));
const numbers = computed(() => new Intl.NumberFormat(lang.value));

effect(() => {
  document.documentElement.lang = lang.value;
});

/** One table out of all message files of a language. */
export function merge(files: Record<string, Messages>): Messages {
  return Object.assign({}, ...Object.values(files)) as Messages;
}

/** Fetch all words of a language; rejects where they are not on the phone and there is no network. */
export async function loadLanguage(wanted: Spoken): Promise<void> {
  if (isOwn(wanted)) await Promise.all([bring(wanted, "first"), bring(wanted, "later")]);
  else if (!tables.peek()[wanted]) add(wanted, await shownFiles[wanted]());
}

/** Fetch the words of the pages beyond the first screen, in the seller's language; rejects as the code of a page does. */
export async function loadLater(): Promise<void> {
  further = true;
  await bring(own.peek(), "later");
}

async function bring(language: Lang, part: Part): Promise<void> {
  const name = `${language} ${part}`;
  const fetched = here.has(name) ? undefined : await parts[language][part]?.();
  if (fetched) add(language, fetched);
  here.add(name);
}

/** Take in the words of a part that brings its own, in both of the seller's languages; known ones stay as they are. */
export function addWords(words: Words): void {
  const known = tables.peek();
  if (Object.keys(words.fr).every((key) => key in known.fr)) return;
  tables.value = { ...known, fr: { ...known.fr, ...words.fr }, en: { ...known.en, ...words.en } };
}

function add(language: Spoken, words: Messages): void {
  tables.value = { ...tables.peek(), [language]: { ...tables.peek()[language], ...words } };
}

const isOwn = (language: Spoken): language is Lang => (LANGS as readonly Spoken[]).includes(language);

/** Load the seller's language, then show it; the old one stays on the screen until then. */
export async function useLanguage(next: Lang): Promise<void> {
  await (further ? loadLanguage(next) : bring(next, "first"));
  batch(() => {
    own.value = next;
    guest.value = null;
  });
}

/** Show the screens in a customer's language, whose words are loaded; null turns back to the seller's. */
export function speakTo(customer: Spoken | null): void {
  guest.value = customer;
}

/**
 * Say a message in the language of the screens; what is meant for sellers alone is said in theirs.
 *
 * `{name}` takes the value of that name; numbers are written as the language does. A message with plural forms is chosen by `n`.
 */
export function t(key: string, values: Record<string, string | number> = {}): string {
  const known = tables.value;
  const message = known[lang.value]?.[key] ?? known[own.value]?.[key] ?? known.fr[key];
  if (message === undefined) return key;
  const text = typeof message === "string" ? message : chosen(message, Number(values.n ?? 0));
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    return typeof value === "number" ? numbers.value.format(value) : value;
  });
}

function chosen(message: Plural, n: number): string {
  return message[plurals.value.select(n)] ?? message.other ?? "";
}
