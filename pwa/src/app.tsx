/** The frame of every screen: the way in, the page, the navigation. */
import { effect } from "@preact/signals";
import { Compass, Search, Store } from "lucide-preact";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Notices } from "./notices";
import { HOME, place } from "./pages";
import { Screen } from "./screen";
import { navigate, route, session, swapCatalogue, t } from "./state";

export interface NavItem {
  path: string;
  /** Message key. */
  label: string;
  icon: ComponentType<{ "aria-hidden"?: boolean | "true"; size?: number }>;
}

/** The bottom navigation, left to right. */
export const NAV: readonly NavItem[] = [
  { path: "/advice", label: "nav.advice", icon: Compass },
  { path: "/search", label: "nav.search", icon: Search },
  { path: "/shop", label: "nav.shop", icon: Store },
];

/** Send the address where it belongs: strangers to the welcome page, and back to where they wanted once they are in. */
export function startGuard(): () => void {
  return effect(() => {
    const elsewhere = session.value ? destinationInside() : destinationOutside();
    if (elsewhere !== null) navigate(elsewhere, { replace: true });
  });
}

function destinationInside(): string | null {
  const { path, query } = route.value;
  if (path === "/") return HOME;
  return path === "/welcome" ? (query.next ?? HOME) : null;
}

function destinationOutside(): string | null {
  const { path } = route.value;
  if (path === "/" || path === HOME) return "/welcome";
  return place.value && !place.value.entry.open ? `/welcome?next=${encodeURIComponent(path)}` : null;
}

/** Bring what changed between two pages, while no finger is on the screen. */
function useQuietMoments(): void {
  useEffect(() => effect(() => void (route.value && swapCatalogue())), []);
}

export function App() {
  useQuietMoments();
  const bare = place.value?.entry.bare ?? false;
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
        {t("frame.skip")}
      </button>
      <Notices />
      <Screen />
      {!bare && session.value && <Navigation />}
    </>
  );
}

function Navigation() {
  return (
    <nav class="bottom-nav" aria-label={t("nav.label")}>
      {NAV.map((item) => (
        <a key={item.path} href={`#${item.path}`} aria-current={route.value.path === item.path ? "page" : undefined}>
          <item.icon aria-hidden="true" />
          {t(item.label)}
        </a>
      ))}
    </nav>
  );
}
