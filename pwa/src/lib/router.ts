/** Hash routes: `/app/` is one document, so that every link works without a network. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";

export interface Route {
  /** Decoded, begins with "/": "/product/MIV10026". */
  path: string;
  query: Record<string, string>;
}

/** What each page gets: the `:names` of its pattern, and what stands after "?". */
export interface PageProps {
  params: Record<string, string>;
  query: Record<string, string>;
}

/** Read "#/path?key=value". Anything that cannot be read is the start. */
export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  if (!path.startsWith("/")) return { path: "/", query: {} };
  return {
    path: path.length > 1 ? path.replace(/\/+$/, "") : path,
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

const current = signal<Route>(parse(location.hash));

/** Where the application is. */
export const route: ReadonlySignal<Route> = computed(() => current.value);

/** Give the values of a pattern's `:names`, or null where the path is another. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? "";
    if (part.startsWith(":") && value) params[part.slice(1)] = decode(value);
    else if (part !== value) return null;
  }
  return params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone "%" in a pasted address: take it as it stands.
    return text;
  }
}

/** Write a path with its query; empty values are left out. */
export function href(path: string, query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `#${path}${given.length ? `?${new URLSearchParams(given)}` : ""}`;
}

let depth = 0;

/** Go to a path such as "/product/MIV10026"; with `replace`, the back button skips the present one. */
export function navigate(path: string, options: { replace?: boolean } = {}): void {
  const url = path.startsWith("#") ? path : `#${path}`;
  if (options.replace) history.replaceState(history.state, "", url);
  else {
    depth += 1;
    history.pushState({ depth }, "", url);
    leave();
  }
  follow();
}

/** Go back inside the application, or to `fallback` where it was opened right here. */
export function back(fallback = "/"): void {
  if (depth > 0) history.back();
  else navigate(fallback, { replace: true });
}

/** What lies over the page, lowest first: each has an entry of its own in the history, so that "back" takes it away first. */
let layers: Layer[] = [];

interface Layer {
  close: () => void;
  /** It belongs to no page: who goes on to another one is done with it. */
  passing: boolean;
}

/** Lay something over the page that "back" closes before it leaves the page. Gives the way to say that it is closed. */
export function lay(close: () => void, passing = false): () => void {
  const own = { close, passing };
  layers.push(own);
  // Coming back to a page whose sheet was left open finds the entry already there.
  if (laid() < layers.length) {
    depth += 1;
    history.pushState({ depth, layers: layers.length }, "");
  }
  return () => {
    if (!layers.includes(own)) return;
    layers = layers.filter((one) => one !== own);
    if (laid() > layers.length) history.back();
  };
}

/** Another page: what is part of this one stays in its own entry of the history. */
function leave(): void {
  const left = layers;
  layers = [];
  for (const { close, passing } of left.reverse()) if (passing) close();
}

function laid(): number {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "layers" in state ? Number(state.layers) : 0;
}

/** Close what lay over the page that "back" has returned to. */
function uncover(): void {
  const closing = layers.splice(laid());
  for (const { close } of closing.reverse()) close();
}

function follow(): void {
  const next = parse(location.hash);
  const now = current.peek();
  if (next.path !== now.path || JSON.stringify(next.query) !== JSON.stringify(now.query)) current.value = next;
}

/** The number of the present entry in the history, or null where a followed link made it. */
function numbered(): number | null {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "depth" in state ? Number(state.depth) : null;
}

/** Follow links and the back button from now on, beginning at `url` where it is given; gives the way to stop. */
export function startRouter(url?: string): () => void {
  const moved = () => {
    const known = numbered();
    depth = known ?? depth + 1;
    if (known === null) {
      history.replaceState({ depth }, "");
      leave();
    } else uncover();
    follow();
  };
  depth = numbered() ?? 0;
  history.replaceState({ depth }, "", url);
  addEventListener("popstate", moved);
  follow();
  return () => removeEventListener("popstate", moved);
}
