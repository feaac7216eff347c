import { afterEach, describe, expect, test, vi } from "vitest";
import { isSnapshot } from "../../pwa/src/lib/api";
import { ask, NetError, send } from "../../pwa/src/lib/net";
import { catalogue, json } from "./fixture";

const isName = (data: unknown): data is { name: string } => typeof (data as { name?: unknown })?.name === "string";
const served = (answer: () => Response | Promise<Response>) => {
  const fetched = vi.fn<typeof fetch>(async () => answer());
  vi.stubGlobal("fetch", fetched);
  return fetched;
};
const failure = async (promise: Promise<unknown>): Promise<NetError> => {
  const cause = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(cause).toBeInstanceOf(NetError);
  return cause as NetError;
};

afterEach(() => vi.unstubAllGlobals());

describe("ask", () => {
  test("gives the JSON with its ETag", async () => {
    served(() => json({ name: "Millet" }, { headers: { etag: '"7"' } }));
    expect(await ask("/x", { accept: isName })).toEqual({
      changed: true,
      status: 200,
      data: { name: "Millet" },
      etag: '"7"',
    });
  });

  test("sends the ETag it holds, and understands that nothing changed", async () => {
    const fetched = served(() => new Response(null, { status: 304 }));
    expect(await ask("/x", { etag: '"7"', accept: isName })).toEqual({ changed: false });
    expect(new Headers(fetched.mock.calls[0]?.[1]?.headers).get("if-none-match")).toBe('"7"');
  });

  test("takes a portal's page for a portal, not for data", async () => {
    served(() => new Response("<html>Wi-Fi</html>", { status: 200, headers: { "content-type": "text/html" } }));
    expect(await failure(ask("/x", { accept: isName }))).toMatchObject({ reason: "portal", status: 200, url: "/x" });
  });

  test("takes HTML that calls itself JSON for half an answer", async () => {
    served(() => new Response("<html>", { headers: { "content-type": "application/json" } }));
    expect((await failure(ask("/x", { accept: isName }))).reason).toBe("shape");
  });

  test("refuses JSON of another shape", async () => {
    served(() => json({ login: "please" }));
    expect((await failure(ask("/x", { accept: isName }))).reason).toBe("shape");
    served(() => json({ ...catalogue(), products: "many" }));
    expect((await failure(ask("/x", { accept: isSnapshot }))).reason).toBe("shape");
  });

  test("refuses JSON that was cut in the middle", async () => {
    served(() => new Response('{"name": "Mil', { headers: { "content-type": "application/json" } }));
    expect((await failure(ask("/x", { accept: isName }))).reason).toBe("shape");
  });

  test("carries the server's problem document", async () => {
    const problem = { type: "about:blank", title: "Refusé", status: 422, code: "invitation-refused", errors: [] };
    served(() => json(problem, { status: 422, headers: { "content-type": "application/problem+json" } }));
    expect(await failure(ask("/x", { accept: isName }))).toMatchObject({ reason: "http", status: 422, problem });
  });

  test("survives an error page without a problem document", async () => {
    served(() => new Response("<h1>502</h1>", { status: 502, headers: { "content-type": "text/html" } }));
    expect(await failure(ask("/x", { accept: isName }))).toMatchObject({ reason: "http", status: 502, problem: null });
  });

  test("says that there is no network", async () => {
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("failed to fetch")));
    expect(await failure(ask("/x", { accept: isName }))).toMatchObject({ reason: "offline", status: 0 });
  });

  test("gives up after its time", async () => {
    vi.stubGlobal("fetch", waiting);
    expect((await failure(ask("/x", { timeoutMs: 5, accept: isName }))).reason).toBe("timeout");
  });

  test("stops when its caller no longer wants it", async () => {
    vi.stubGlobal("fetch", waiting);
    const controller = new AbortController();
    const asked = failure(ask("/x", { signal: controller.signal, accept: isName }));
    controller.abort();
    expect((await asked).reason).toBe("aborted");
  });
});

describe("send", () => {
  test("takes an empty answer", async () => {
    const fetched = served(() => new Response(null, { status: 204 }));
    await send("/x", { method: "DELETE" });
    expect(fetched.mock.calls[0]?.[1]?.method).toBe("DELETE");
  });

  test("takes an empty answer for what it is, whatever type it names", async () => {
    served(() => new Response(null, { status: 204, headers: { "content-type": "text/html; charset=utf-8" } }));
    await expect(send("/x", { method: "DELETE" })).resolves.toBeUndefined();
  });

  test("does not take a portal's page for a deletion", async () => {
    served(() => new Response("<html>", { status: 200, headers: { "content-type": "text/html" } }));
    expect((await failure(send("/x", { method: "DELETE" }))).reason).toBe("portal");
  });
});

/** A server that never answers; it does what a browser's fetch does when its signal fires. */
function waiting(_url: unknown, init?: RequestInit): Promise<Response> {
  return new Promise((_, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
}

test("hears how long a server does not want to be asked", async () => {
  const busy = (after: string, date = "") =>
    served(() => json({}, { status: 503, headers: { "retry-after": after, date } }));
  busy("120");
  expect((await failure(ask("/x", { accept: isName }))).retryAfterMs).toBe(120_000);
  // A date counts from the server's own clock: the phone's may be days off.
  busy("Wed, 25 Nov 2026 07:28:00 GMT", "Wed, 25 Nov 2026 07:27:30 GMT");
  expect((await failure(ask("/x", { accept: isName }))).retryAfterMs).toBe(30_000);
  busy(new Date(Date.now() + 90_000).toUTCString());
  expect((await failure(ask("/x", { accept: isName }))).retryAfterMs).toBeGreaterThan(80_000);
  for (const nothing of ["", "0", "-5", "soon", "Sun, 06 Nov 1994 08:49:37 GMT"]) {
    busy(nothing);
    expect((await failure(ask("/x", { accept: isName }))).retryAfterMs).toBeNull();
  }
});
