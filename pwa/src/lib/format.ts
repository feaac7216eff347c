/** Numbers, money, dates and ages as the language of the screens writes them. */
import { lang } from "./i18n";

/** English as it is written in Europe: the day before the month, and hours to twenty-four. */
const LOCALES = { fr: "fr", en: "en-GB", de: "de", it: "it", es: "es" } as const;
const locale = (): string => LOCALES[lang.value];

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

/** Making an Intl object costs a hundred times more than using it. */
function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  const name = `${lang.value} ${key}`;
  let made = cache.get(name) as T | undefined;
  if (!made) {
    made = make();
    cache.set(name, made);
  }
  return made;
}

/** 34990 → "349,90 €". Whole euros lose their zeros: "349 €". */
export function money(cents: number, currency = "EUR"): string {
  const whole = cents % 100 === 0;
  const digits = whole ? 0 : 2;
  return cached(
    `money ${currency} ${digits}`,
    () => new Intl.NumberFormat(locale(), { style: "currency", currency, minimumFractionDigits: digits }),
  ).format(whole ? Math.round(cents / 100) : cents / 100);
}

/** 20000 → "20 000". */
export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return cached(`number ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale(), options)).format(value);
}

/** 0.34 → "−34 %", with the true minus sign. */
export const reduction = (share: number): string => `\u2212${number(share, { style: "percent" })}`;

/** -8 → "−8 °C", with the true minus sign. A unit stands a whole space away: it is a word of its own. */
export function temperature(celsius: number): string {
  const sign = celsius < 0 ? "\u2212" : "";
  return `${sign}${number(Math.abs(celsius))}\u00a0°C`;
}

/** "2026-11-22" → "22 novembre 2026"; short: "22 nov.". A bare date is that day everywhere. */
export function date(iso: string, style: "long" | "short" = "long"): string {
  const options: Intl.DateTimeFormatOptions =
    style === "long" ? { day: "numeric", month: "long", year: "numeric" } : { day: "numeric", month: "short" };
  const bare = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  return cached(
    `date ${style} ${bare}`,
    () => new Intl.DateTimeFormat(locale(), bare ? { ...options, timeZone: "UTC" } : options),
  ).format(new Date(iso));
}

/** "22 nov."; of another year, "22 nov. 2025". */
export function yearlyDate(iso: string, now = Date.now()): string {
  if (new Date(iso).getFullYear() === new Date(now).getFullYear()) return date(iso, "short");
  const options = { day: "numeric", month: "short", year: "numeric" } as const;
  return cached("date with year", () => new Intl.DateTimeFormat(locale(), options)).format(new Date(iso));
}

/** "2026-11-22" → "dimanche 22 novembre". */
export function longDay(day: string): string {
  const options = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  return cached("long day", () => new Intl.DateTimeFormat(locale(), options)).format(new Date(day));
}

/** "veste de pluie" → "Veste de pluie": the catalogue's labels stand inside sentences as well. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(lang.value) + text.slice(1);
}

/** "10:12", by the phone's clock and zone. */
export function time(iso: string): string {
  return cached("time", () => new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit" })).format(
    new Date(iso),
  );
}

/** The same day by the phone's own clock. */
const isToday = (iso: string, now = new Date()): boolean => new Date(iso).toDateString() === now.toDateString();

/** "10:12" today, "22 nov." before: how old a figure is, in the fewest characters. */
export function moment(iso: string, now = new Date()): string {
  return isToday(iso, now) ? time(iso) : date(iso, "short");
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** So far ahead no two right clocks are: then it has no age. */
const AHEAD_S = 300;

/** "il y a 3 heures"; under a minute, "maintenant"; what lies ahead has its day and its hour. */
export function age(iso: string, now = new Date()): string {
  const seconds = (now.getTime() - new Date(iso).getTime()) / 1000;
  if (seconds < -AHEAD_S) return `${date(iso, "short")} ${time(iso)}`;
  const words = cached("age", () => new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }));
  for (const [unit, length] of STEPS) if (seconds >= length) return words.format(-Math.floor(seconds / length), unit);
  return words.format(0, "second");
}
