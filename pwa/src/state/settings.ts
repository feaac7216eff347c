/** How this phone shows things: language and light. */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { own, readSetting, saveSetting } from "../db";
import { buzzing } from "../lib/buzz";
import { LANGS, type Lang, lang, SPOKEN, useLanguage } from "../lib/i18n";
import { log } from "../lib/log";

export type Theme = "auto" | "light" | "dark" | "bright";
export const THEMES: readonly Theme[] = ["auto", "light", "dark", "bright"];

const chosen = signal<Theme>("auto");
const systemDark = signal(matchMedia("(prefers-color-scheme: dark)").matches);

/** What was chosen; "auto" follows the phone. */
export const theme: ReadonlySignal<Theme> = chosen;
export { LANGS, lang, SPOKEN };

const isTheme = (value: string | undefined): value is Theme => THEMES.includes(value as Theme);
const isLang = (value: string | undefined): value is Lang => LANGS.includes(value as Lang);

/** Read the settings and keep the document in step: `data-theme` is light, dark or bright, never auto. */
export async function startSettings(): Promise<void> {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
    systemDark.value = event.matches;
  });
  const [keptTheme, keptLang, keptBuzz] = await Promise.all([taste("theme"), taste("lang"), taste("buzz")]);
  buzzing.value = keptBuzz !== "off";
  if (isTheme(keptTheme)) chosen.value = keptTheme;
  effect(showTheme);
  if (isLang(keptLang)) await useLanguage(keptLang);
}

function showTheme(): void {
  const shown = chosen.value === "auto" ? (systemDark.value ? "dark" : "light") : chosen.value;
  document.documentElement.dataset.theme = shown;
  // The browser's own bars take the colour of the page, whatever the phone's scheme.
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--ground").trim();
  if (!ground) return;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.setAttribute("content", ground);
}

export function setTheme(next: Theme): void {
  chosen.value = next;
  keep("theme", next);
}

export async function setLang(next: Lang): Promise<void> {
  await useLanguage(next);
  keep("lang", next);
}

/** A person's own taste; where they have not said it, the last one of this phone. */
const taste = async (name: string): Promise<string | undefined> =>
  (await readSetting(own(name))) ?? (await readSetting(name));

/** Whether the phone shakes shortly when a tag was read or something was recorded. */
export function setBuzzing(on: boolean): void {
  buzzing.value = on;
  keep("buzz", on ? "on" : "off");
}

function keep(name: string, value: string): void {
  for (const key of new Set([name, own(name)]))
    saveSetting(key, value).catch((cause: unknown) => log.warn(`setting ${key} not kept`, cause));
}
