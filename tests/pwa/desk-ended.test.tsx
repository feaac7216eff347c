import { afterEach, expect, test, vi } from "vitest";
import { sessionEnded } from "../../pwa/src/state";
import { adopt } from "../../pwa/src/state/session";
import { close, open, serve, shows } from "./desk-room";

afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

test("a session that ends in the middle of the work is said, and its room goes on once somebody has entered anew", async () => {
  serve({ "GET /revisions": 401, "GET /session": 401 });
  await open("/desk/revisions");
  await shows("La session a pris fin sur cet appareil.");
  await vi.waitFor(() => expect(sessionEnded.value).toBe(true));
  const revision = {
    number: 7,
    content_hash: "x",
    published_at: "2026-11-23T09:00:00Z",
    author: "Ana",
    note: "Hiver",
    counts: null,
  };
  serve({ "GET /revisions": { items: [revision], next_cursor: null } });
  await adopt({
    person: { id: "ana", name: "Ana", role: "merchandiser" },
    shop: { id: "miramas", name: "Miramas" },
    device: { id: "d2" },
  });
  await shows("7 · Hiver");
});
