/** Words of the application: French in the first load, other languages when asked for. */
import { computed, signal } from "@preact/signals";
import { french } from "./typography";

export type Lang = "fr" | "en";
export const LANGS: readonly Lang[] = ["fr", "en"];
type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
export type Message = string | Plural;
export type Messages = Record<string, Message>;

const frenchFiles = import.meta.glob<Messages>("../messages/fr/*.json", { eager: true, import: "default" });
const otherFiles = {
  en: () => import("../messages/en").then((module) => module.messages),
};

const tables = signal<Partial<Record<Lang, Messages>> & { fr: Messages }>({ fr: setFrench(merge(frenchFiles)) });
const wanted = signal<Lang>("fr");

/** The language of the screens. Change it with `useLang`. */
export const lang = computed(() => wanted.value);
const plurals = computed(() => new Intl.PluralRules(wanted.value));
const numbers = computed(() => new Intl.NumberFormat(wanted.value));

/** One table out of all message files of a language. */
export function merge(files: Record<string, Messages>): Messages {
  return Object.assign({}, ...Object.values(files)) as Messages;
}

function setFrench(messages: Messages): Messages {
  const set = (message: Message): Message =>
    typeof message === "string"
      ? french(message)
      : (Object.fromEntries(Object.entries(message).map(([form, text]) => [form, french(text)])) as Plural);
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, set(message)]));
}

/** Load a language, then show it; the old one stays on the screen until then. */
export async function useLanguage(next: Lang): Promise<void> {
  if (next !== "fr" && !tables.peek()[next]) {
    const loaded = await otherFiles[next]();
    tables.value = { ...tables.peek(), [next]: loaded };
  }
  wanted.value = next;
  document.documentElement.lang = next;
}

/**
 * Say a message in the language of the screens.
 *
 * `{name}` takes the value of that name; numbers are written as the language does. A message with plural forms is chosen by `n`.
 */
export function t(key: string, values: Record<string, string | number> = {}): string {
  const message = tables.value[wanted.value]?.[key] ?? tables.value.fr[key];
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
