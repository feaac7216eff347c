/** Where the application is asked to open: by a shortcut, by a text that another application shares, by a link while it is open. */
import { href, navigate, parse, route } from "./router";
import { readScan } from "./scanned";

/** Chromium's queue of launches, which TypeScript's DOM does not know. */
interface LaunchQueue {
  setConsumer: (take: (launch: { targetURL?: string }) => void) => void;
}

const LONGEST = 200;

/** The route that an address asks for, or null where it only asks for the application. */
export function destination(address: string): string | null {
  const { hash, searchParams } = new URL(address);
  const shared = ["url", "text", "title"].map((name) => searchParams.get(name)?.trim() ?? "").filter(Boolean);
  const known = shared.map(pieceIn).find(Boolean);
  if (known) return known;
  if (shared[0]) return href("/search", { q: shared[0].slice(0, LONGEST) }).slice(1);
  return parse(hash).path === "/" ? null : hash.slice(1);
}

/** Senders put a link into the url, into the text, or in the middle of a sentence. */
function pieceIn(text: string): string | undefined {
  for (const word of [text, ...text.split(/\s+/)]) {
    const found = readScan(word);
    if (found && "ref" in found) return `/product/${found.ref}`;
    if (found) return href("/search", { q: found.gtin }).slice(1);
  }
  return undefined;
}

/** Say under which address this start goes on, where it asked for something: a reload must not ask again. */
export function arrive(): string | undefined {
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  // A shortcut, while the application is open, comes to this window: what was typed in it stays.
  launchQueue?.setConsumer(({ targetURL }) => {
    const asked = targetURL ? destination(targetURL) : null;
    if (asked && !isHere(asked)) navigate(asked);
  });
  if (!location.search) return undefined;
  const asked = destination(location.href);
  return `${location.pathname}${asked ? `#${asked}` : location.hash}`;
}

function isHere(asked: string): boolean {
  const { path, query } = parse(`#${asked}`);
  return path === route.peek().path && JSON.stringify(query) === JSON.stringify(route.peek().query);
}
