/** The page of the present address: fetched when first needed, focused and titled when it changes. */
import { effect, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useErrorBoundary, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "./components/Button";
import { Topo } from "./components/Topo";
import { Vignette } from "./components/Vignette";
import { breath } from "./lib/breath";
import { loadLater } from "./lib/i18n";
import { later } from "./lib/later";
import { log } from "./lib/log";
import { partHere } from "./lib/partHere";
import { placeLeft } from "./lib/places";
import type { PageProps } from "./lib/router";
import { loadPage, place } from "./pages";
import { catalogueMissing, closed, products, route, session, snapshot, t } from "./state";

type Loaded = ComponentType<PageProps> | "failed";
const loaded = signal<ReadonlyMap<string, Loaded>>(new Map());

const missing = later(async () => {
  const [module] = await Promise.all([import("./features/missing/Missing"), loadLater()]);
  return module.Missing;
});

/** Fetch the code of a page ahead of its first showing. */
export async function preload(feature: string): Promise<void> {
  if (typeof loaded.peek().get(feature) === "function") return;
  let page: Loaded;
  try {
    page = (await loadPage(feature)) ?? "failed";
  } catch (cause) {
    log.error(`page ${feature} not loaded`, cause);
    page = "failed";
  }
  // To show it is another piece of work than to begin it.
  await breath();
  loaded.value = new Map(loaded.peek()).set(feature, page);
}

/** `isShut`: locked; the page stays as it is, and nothing of it is shown or said. */
export function Screen({ isShut = false }: { isShut?: boolean }) {
  const entry = place.value?.entry ?? null;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (entry) void preload(entry.feature);
  }, [entry]);
  useTitle(entry?.title ?? "title.unknown");
  useFocusOnArrival(main);
  return (
    <main id="main" ref={main} tabIndex={-1} hidden={isShut}>
      <Content />
    </main>
  );
}

function Content() {
  const [failure, tryAgain] = useErrorBoundary((cause: unknown) => log.error("page failed", cause));
  const here = place.value;
  useEffect(tryAgain, [here?.entry]);
  if (closed.value && !session.value && !here?.entry.open) return null;
  if (!here) return <Message title={t("frame.unknown.title")} text={t("frame.unknown.text")} />;
  const Page = loaded.value.get(here.entry.feature);
  if (Page === undefined) return <div class="screen-wait" aria-busy="true" />;
  if (failure || Page === "failed")
    return <Message title={t("frame.failed.title")} text={t("frame.failed.text")} reload />;
  if (here.entry.catalogue && catalogueMissing.value) return <missing.Part />;
  return <Page params={here.params} query={route.value.query} />;
}

function Message(props: { title: string; text: string; reload?: boolean }) {
  return (
    <section class="screen-message">
      <Topo seed={props.title} />
      <Vignette of={props.reload ? "fog" : "signpost"} />
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      {props.reload ? (
        <p class="screen-ways">
          <Button onClick={() => location.reload()}>{t("frame.reload")}</Button>
          {/* public/watchdog.js hears it: a build whose page is broken is mended like one that does not start. */}
          <Button kind="quiet" onClick={() => dispatchEvent(new Event("cordee-repair"))}>
            {t("frame.repair")}
          </Button>
        </p>
      ) : (
        <Button href="#/">{t("frame.home")}</Button>
      )}
    </section>
  );
}

/** The name of the piece that the page is about. */
function pieceHere(): string | undefined {
  return products.value.get(place.value?.params.ref ?? "")?.name;
}

function useTitle(key: string): void {
  useEffect(
    () =>
      effect(() => {
        const shop = snapshot.value?.shop.name;
        const page = closed.value ? t("title.lock") : (partHere.value ?? pieceHere() ?? t(key));
        document.title = [page, shop ?? "Cordée"].join(" · ");
      }),
    [key],
  );
}

/** A new page begins at its top, and a screen reader with it; coming back finds the place it was left at. */
function useFocusOnArrival(main: { current: HTMLElement | null }): void {
  const first = useRef(true);
  const { path } = route.value;
  useLayoutEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
    scrollTo(0, placeLeft());
  }, [path, main]);
}
