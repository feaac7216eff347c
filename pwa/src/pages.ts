/** The table of pages: which address shows which feature, and when its code is fetched. */
import { computed } from "@preact/signals";
import type { ComponentType } from "preact";
import { loadLater } from "./lib/i18n";
import { match, type PageProps } from "./lib/router";
import { route } from "./state";

export interface PageEntry {
  pattern: string;
  /** The folder in features/ whose index.tsx has the page as its default export; loaded when first opened. */
  feature: string;
  /** Message key of the document's title. */
  title: string;
  /** Open to someone who is not enrolled. */
  open?: boolean;
  /** Without the bottom navigation: the customer is looking, or there is nowhere to go yet. */
  bare?: boolean;
  /** Turned to the customer: nothing that is meant for the seller. */
  shown?: boolean;
  /** Nothing can be shown without a catalogue. */
  catalogue?: boolean;
}

export const PAGES: readonly PageEntry[] = [
  { pattern: "/home", feature: "home", title: "nav.home" },
  { pattern: "/advice", feature: "advice", title: "nav.advice", catalogue: true },
  { pattern: "/product/:ref", feature: "product", title: "title.product", catalogue: true },
  { pattern: "/compare", feature: "compare", title: "title.compare", catalogue: true },
  { pattern: "/outfit", feature: "outfit", title: "title.outfit", catalogue: true },
  { pattern: "/outfit/:mode", feature: "outfit", title: "title.outfit", bare: true, catalogue: true },
  { pattern: "/show/:ref", feature: "show", title: "title.show", bare: true, shown: true, catalogue: true },
  { pattern: "/search", feature: "search", title: "nav.search", catalogue: true },
  { pattern: "/scan", feature: "scan", title: "nav.scan", catalogue: true },
  { pattern: "/count", feature: "count", title: "title.count", catalogue: true },
  { pattern: "/today", feature: "today", title: "title.today" },
  { pattern: "/questions", feature: "questions", title: "title.questions" },
  { pattern: "/news", feature: "news", title: "title.news", catalogue: true },
  { pattern: "/learn", feature: "learn", title: "title.learn", catalogue: true },
  { pattern: "/learn/:mode", feature: "learn", title: "title.cards", catalogue: true },
  { pattern: "/outbox", feature: "outbox", title: "title.outbox" },
  { pattern: "/shop", feature: "shop", title: "nav.shop" },
  { pattern: "/desk", feature: "desk", title: "title.desk", bare: true },
  { pattern: "/desk/:room", feature: "desk", title: "title.desk", bare: true },
  { pattern: "/desk/:room/:id", feature: "desk", title: "title.desk", bare: true },
  { pattern: "/lock", feature: "lock", title: "title.lock" },
  { pattern: "/welcome", feature: "welcome", title: "title.welcome", open: true, bare: true },
  { pattern: "/invitation", feature: "invitation", title: "title.invitation", open: true, bare: true },
  { pattern: "/invitation/:token", feature: "invitation", title: "title.invitation", open: true, bare: true },
];

export const HOME = "/home";
export const DESK = "/desk";

const modules = import.meta.glob<{ default: ComponentType<PageProps> }>("./features/*/index.tsx");

/** The pages whose words are in the first load. */
const FIRST = ["home", "advice"];

/** Fetch the code of a page, and what it says with it; null where there is no such page. */
export async function loadPage(feature: string): Promise<ComponentType<PageProps> | null> {
  const code = modules[`./features/${feature}/index.tsx`];
  if (!code) return null;
  const [module] = await Promise.all([code(), FIRST.includes(feature) ? undefined : loadLater()]);
  return module.default;
}

/** Without what stands after "?": a letter in the search field is no other page. */
const path = computed(() => route.value.path);

/** The page of the present address, with the values of its pattern; null where the address is none of ours. */
export const place = computed(() => {
  for (const entry of PAGES) {
    const params = match(entry.pattern, path.value);
    if (params) return { entry, params };
  }
  return null;
});
