/** The frame of every screen: the way in, the page, the navigation. */
import { effect } from "@preact/signals";
import { Compass, House, PencilRuler, ScanLine, Search, Store } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { Asides } from "./asides";
import { BottomNav } from "./components/BottomNav";
import { DemoRibbon } from "./components/DemoRibbon";
import { Toast } from "./components/Toast";
import { buzz } from "./lib/buzz";
import { Notices } from "./notices";
import { DESK, HOME, place } from "./pages";
import { Screen } from "./screen";
import { Shut } from "./shut";
import {
  closed,
  href,
  keepsRange,
  lock,
  navigate,
  phone,
  route,
  session,
  sessionRevoked,
  snapshot,
  swapCatalogue,
  t,
} from "./state";

/** The bottom navigation, left to right: feature, message key, sign. */
export const NAV = [
  { id: "home", label: "nav.home", icon: House },
  { id: "advice", label: "nav.advice", icon: Compass },
  { id: "scan", label: "nav.scan", icon: ScanLine, centre: true },
  { id: "search", label: "nav.search", icon: Search },
  { id: "shop", label: "nav.shop", icon: Store },
] as const;

/** And the way to the desk, for whoever keeps the range. */
const TO_DESK = { id: "desk", label: "nav.desk", icon: PencilRuler } as const;

/** Send the address where it belongs: strangers to the welcome page, and back to where they wanted once they are in. */
export function startGuard(): () => void {
  return effect(() => {
    const elsewhere = session.value || phone.value ? destinationInside() : destinationOutside();
    if (elsewhere !== null) navigate(elsewhere, { replace: true });
  });
}

function destinationInside(): string | null {
  const { path, query } = route.value;
  if (path === "/") return start();
  return path === "/welcome" ? (query.next ?? start()) : null;
}

/** Where the day begins: at the desk for whoever keeps the range, else with the shop. */
const start = (): string => (keepsRange.value ? DESK : HOME);

function destinationOutside(): string | null {
  const { path, query } = route.value;
  if (path === "/" || path === HOME) return "/welcome";
  const next = href(path, query).slice(1);
  return place.value && !place.value.entry.open ? `/welcome?next=${encodeURIComponent(next)}` : null;
}

/** Bring what changed between two pages, while no finger is on the screen. */
function useQuietMoments(): void {
  useEffect(() => effect(() => void (route.value && swapCatalogue())), []);
}

export function App() {
  useQuietMoments();
  const isOpen = place.value?.entry.open === true;
  // Kept as it is behind a lock, for whoever comes back to it; without anybody there is nothing to keep.
  const isShut = closed.value && !isOpen;
  const framed = session.value !== null && !closed.value && !place.value?.entry.bare;
  const shop = snapshot.value?.shop;
  return (
    <>
      <header>
        <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
          {t("frame.skip")}
        </button>
        {session.value && shop?.demonstration && <DemoRibbon shop={shop.name} />}
        {!closed.value && !place.value?.entry.shown && <Notices />}
      </header>
      {(isOpen || !sessionRevoked.value) && <Screen isShut={isShut} />}
      <Shut isShut={isShut} />
      {session.value && !closed.value && <Asides />}
      <Toast />
      {framed && <BottomNav items={navItems()} current={place.value?.entry.feature ?? null} label={t("nav.label")} />}
    </>
  );
}

/** On a shared phone, a finger that stays on the shop hands the phone over, from any page. */
const navItems = () =>
  (keepsRange.value ? [...NAV, TO_DESK] : NAV).map(({ label, ...item }) => ({
    ...item,
    label: t(label),
    href: `#/${item.id}`,
    onHold: item.id === "shop" && phone.value ? handOver : undefined,
  }));

const handOver = (): void => {
  buzz("done");
  void lock();
};
