/** A page of the application without a screen, opened again and again on the same storage. */
import { afterEach, beforeEach, vi } from "vitest";
import { disconnect, forgetSession, saveSession } from "../../../pwa/src/db";
import { withDatabase } from "../../../pwa/src/db/open";
import type { Server } from "./server";

export const SESSION = {
  person: { id: "ana", name: "Ana", role: "seller" as const },
  shop: { id: "miramas", name: "Miramas" },
  device: { id: "d" },
  phone: null,
};
export const draft = (mark = 0) => ({
  kind: "try-on",
  payload: { mark } as Record<string, unknown>,
  at: "2026-11-21T11:00:00.000+01:00",
  shop: "miramas",
  author: "ana",
});
const CHANCES = ["online", "pageshow"];
type Listener = Parameters<typeof removeEventListener>[1];
let heard: [string, Listener][] = [];
/** Let the pages of a test look for their session once more. */
let leave: (() => Promise<void>)[] = [];

/** A fresh page: new modules, the same storage. The page before hears nothing any more. */
export async function openPage() {
  for (const [name, listener] of heard) removeEventListener(name, listener);
  heard = [];
  const listen = vi.spyOn(globalThis, "addEventListener");
  vi.resetModules();
  const { startSession } = await import("../../../pwa/src/state/session");
  await startSession();
  leave.push(startSession);
  const outbox = await import("../../../pwa/src/state/outbox");
  heard = listen.mock.calls.filter(([name]) => CHANCES.includes(name)).map(([name, then]) => [name, then as Listener]);
  listen.mockRestore();
  return outbox;
}

export const marks = (taken: Server) => [...taken.events.values()].map(({ payload }) => payload.mark);

/** Give each test an empty storage with a session, and silence. */
export function freshStorage(): void {
  beforeEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
    for (const level of ["warn", "info", "error"] as const) vi.spyOn(console, level).mockReturnValue();
    await disconnect();
    await withDatabase(async (database) => {
      for (const store of ["outbox", "set_aside", "device"] as const) await database.clear(store);
    });
    await saveSession(SESSION);
  });

  // Pages of tests before have timers still: without a session they send nothing in the next one.
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("the test is over")));
    await forgetSession();
    await Promise.all(leave.map((look) => look()));
    leave = [];
  });
}
