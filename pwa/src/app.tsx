/** The frame of every screen: the way in, the page, the navigation. */
import { effect } from "@preact/signals";
import { Compass, ScanLine, Search, Store } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { BottomNav } from "./components/BottomNav";
import { DemoRibbon } from "./components/DemoRibbon";
import { Toast } from "./components/Toast";
import { Notices } from "./notices";
import { HOME, place } from "./pages";
import { Screen } from "./screen";
import { navigate, route, session, snapshot, swapCatalogue, t } from "./state";

/** The bottom navigation, left to right: feature, message key, sign. */
export const NAV = [
  { id: "advice", label: "nav.advice", icon: Compass },
  { id: "search", label: "nav.search", icon: Search },
  { id: "scan", label: "nav.scan", icon: ScanLine, centre: true },
  { id: "shop", label: "nav.shop", icon: Store },
] as const;

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
  const framed = session.value !== null && !place.value?.entry.bare;
  const shop = snapshot.value?.shop;
  return (
    <>
      <header>
        <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
          {t("frame.skip")}
        </button>
        {session.value && shop?.demonstration && <DemoRibbon shop={shop.name} />}
        {!place.value?.entry.shown && <Notices />}
      </header>
      <Screen />
      <Toast />
      {framed && <BottomNav items={navItems()} current={place.value?.entry.feature ?? null} label={t("nav.label")} />}
    </>
  );
}

const navItems = () => NAV.map(({ label, ...item }) => ({ ...item, label: t(label), href: `#/${item.id}` }));
