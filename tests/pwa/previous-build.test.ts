import { beforeEach, expect, test, vi } from "vitest";

/** Cache Storage, as far as the worker uses it. */
class FakeCaches {
  readonly named = new Map<string, Map<string, Response>>();

  async open(name: string) {
    const held = this.named.get(name) ?? new Map<string, Response>();
    this.named.set(name, held);
    return {
      keys: async () => [...held.keys()].map((url) => new Request(url)),
      match: async (request: Request) => held.get(request.url)?.clone(),
      put: async (request: Request, response: Response) => void held.set(request.url, response),
    };
  }

  keys = async () => [...this.named.keys()];
  delete = async (name: string) => this.named.delete(name);
}

const HOST = "https://shop.example";
let caches: FakeCaches;
let worker: typeof import("../../pwa/worker/previous-build.js");
let precache: string;

beforeEach(async () => {
  caches = new FakeCaches();
  vi.stubGlobal("caches", caches);
  vi.stubGlobal("location", new URL(`${HOST}/app/service-worker.js`));
  vi.stubGlobal("registration", { scope: `${HOST}/app/` });
  worker = await import("../../pwa/worker/previous-build.js");
  precache = (await import("workbox-core")).cacheNames.precache;
});

const hold = async (...files: string[]) => {
  const cache = await caches.open(precache);
  for (const file of files) await cache.put(new Request(`${HOST}/app/${file}`), new Response(file));
};
const kept = () =>
  [...caches.named].filter(([name]) => name.startsWith("cordee-previous-")).map(([, held]) => [...held.keys()]);
const manifest = (...urls: string[]) => urls.map((url) => ({ url }));

test("it keeps the files that the new build no longer has, and no others", async () => {
  await hold("assets/old-1.js", "assets/same-1.js", "index.html");
  await worker.keepPreviousBuild(manifest("assets/new-2.js", "assets/same-1.js", "index.html"));
  expect(kept()).toEqual([[`${HOST}/app/assets/old-1.js`]]);
});

test("it answers for a page of the old build without the network", async () => {
  await hold("assets/old-1.js");
  await worker.keepPreviousBuild(manifest("assets/new-2.js"));
  caches.named.delete(precache);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  const answer = await worker.previousBuild({ request: new Request(`${HOST}/app/assets/old-1.js`) });
  expect(await answer.text()).toBe("assets/old-1.js");
});

test("it asks the network for what no kept build has", async () => {
  vi.stubGlobal("fetch", async () => new Response("from the network"));
  const answer = await worker.previousBuild({ request: new Request(`${HOST}/app/assets/unknown.js`) });
  expect(await answer.text()).toBe("from the network");
});

test("it keeps two builds back, not more", async () => {
  const now = vi.spyOn(Date, "now");
  for (const build of [1, 2, 3]) {
    now.mockReturnValue(build * 1000);
    await hold(`assets/file-${build}.js`);
    await worker.keepPreviousBuild(manifest(`assets/file-${build + 1}.js`));
    caches.named.delete(precache);
  }
  expect(kept()).toEqual([[`${HOST}/app/assets/file-2.js`], [`${HOST}/app/assets/file-3.js`]]);
});

test("it makes no cache at the first installation", async () => {
  await worker.keepPreviousBuild(manifest("assets/new-1.js"));
  expect(kept()).toEqual([]);
});
