import { beforeEach, expect, test, vi } from "vitest";

/** Cache Storage, as far as the worker uses it. */
class FakeCaches {
  readonly named = new Map<string, Map<string, Response>>();

  async open(name: string) {
    const held = this.named.get(name) ?? new Map<string, Response>();
    this.named.set(name, held);
    return {
      keys: async () => [...held.keys()].map((url) => new Request(url)),
      match: async (file: Request | string) => held.get(address(file))?.clone(),
      put: async (file: Request | string, response: Response) => void held.set(address(file), response),
      delete: async (file: string) => held.delete(address(file)),
    };
  }

  match = async (file: Request | string, { cacheName }: { cacheName: string }) =>
    this.named.get(cacheName)?.get(address(file))?.clone();
  keys = async () => [...this.named.keys()];
  delete = async (name: string) => this.named.delete(name);
}

const HOST = "https://shop.example";
const address = (file: Request | string) => new URL(typeof file === "string" ? file : file.url, HOST).href;
let caches: FakeCaches;
let worker: typeof import("../../pwa/worker/previous-build.js");
let state: typeof import("../../pwa/worker/state.js");
let shell: typeof import("../../pwa/worker/shell.js");
let precache: string;

beforeEach(async () => {
  caches = new FakeCaches();
  vi.stubGlobal("caches", caches);
  vi.stubGlobal("location", new URL(`${HOST}/app/service-worker.js`));
  vi.stubGlobal("registration", { scope: `${HOST}/app/` });
  worker = await import("../../pwa/worker/previous-build.js");
  state = await import("../../pwa/worker/state.js");
  shell = await import("../../pwa/worker/shell.js");
  precache = (await import("workbox-core")).cacheNames.precache;
});

const hold = async (...files: string[]) => {
  const cache = await caches.open(precache);
  for (const file of files) await cache.put(new Request(`${HOST}/app/${file}`), new Response(file));
};
const page = (build: string) => `index.html?__WB_REVISION__=${build}`;
const script = (build: string) => `assets/${build}.js`;
const manifest = (build: string, ...others: string[]) => [
  { url: "index.html", revision: build },
  ...[script(build), ...others].map((url) => ({ url, revision: null })),
];

/** What an installation leaves: its files beside the old ones. */
async function install(build: string): Promise<void> {
  await worker.keepPreviousBuild(manifest(build));
  await hold(page(build), script(build));
}

/** What letting a build in leaves: its own files alone. */
async function letIn(build: string): Promise<void> {
  caches.named.delete(precache);
  await hold(page(build), script(build));
  await state.noteActive(build);
}

async function update(build: string): Promise<void> {
  await install(build);
  await letIn(build);
}

const kept = () =>
  [...caches.named].filter(([name]) => name.startsWith("cordee-previous-")).map(([, held]) => [...held.keys()]);
const asked = (file: string) => ({ request: new Request(`${HOST}/app/${file}`) }) as never;
const none = () => Promise.reject(new TypeError("no network"));
const shown = async (build: string) =>
  (await shell.shell(async () => new Response(`current ${build}`), build)(asked("index.html"))).text();

test("it keeps the files that the new build no longer has, its page, and no others", async () => {
  await hold(page("a"), script("a"), "assets/same.js", "icons/icon.png");
  await worker.keepPreviousBuild(manifest("b", "assets/same.js"));
  expect(kept()).toEqual([[`${HOST}/app/assets/a.js`, `${HOST}/app/index.html`]]);
});

test("it answers for a window of the old build without the network", async () => {
  await update("a");
  await update("b");
  const answer = await worker.previousBuildOr(none)(asked(script("a")));
  expect(await answer.text()).toBe(script("a"));
});

test("it asks further for what no kept build has", async () => {
  const answer = await worker.previousBuildOr(async () => new Response("further"))(asked("assets/unknown.js"));
  expect(await answer.text()).toBe("further");
});

test("it keeps two builds back, not more", async () => {
  for (const build of ["a", "b", "c", "d"]) await update(build);
  expect(
    kept()
      .flat()
      .filter((file) => file.endsWith(".js")),
  ).toEqual([`${HOST}/app/assets/b.js`, `${HOST}/app/assets/c.js`]);
});

test("an installation that fails again and again pushes no older build out", async () => {
  for (const build of ["a", "b", "c"]) await update(build);
  for (let time = 0; time < 3; time += 1) await worker.keepPreviousBuild(manifest("d"));
  const scripts = kept()
    .flat()
    .filter((file) => file.endsWith(".js"));
  expect(scripts).toEqual([`${HOST}/app/assets/b.js`, `${HOST}/app/assets/c.js`]);
});

test("it makes no cache at the first installation", async () => {
  await worker.keepPreviousBuild(manifest("a"));
  expect(kept()).toEqual([]);
});

test("a build that does not start gives way to the one before, until the next one comes", async () => {
  await update("a");
  await update("b");
  expect(await shown("b")).toBe("current b");
  expect(await shell.showPrevious("b")).toBe(true);
  expect(await shown("b")).toBe(page("a"));
  await update("c");
  expect(await shown("c")).toBe("current c");
});

test("a second broken build goes back to the one that worked, not to the first broken one", async () => {
  await update("works");
  await update("broken");
  await shell.showPrevious("broken");
  await update("broken-too");
  expect(await shell.showPrevious("broken-too")).toBe(true);
  expect(await shown("broken-too")).toBe(page("works"));
});

test("a build that waited and was never let in is none to go back to", async () => {
  await update("a");
  await install("never-let-in");
  await update("c");
  await shell.showPrevious("c");
  expect(await shown("c")).toBe(page("a"));
});

test("there is nothing to go back to after the first installation", async () => {
  await letIn("a");
  expect(await shell.showPrevious("a")).toBe(false);
  expect(await shown("a")).toBe("current a");
});

test("an older page is better than none where this build's own is lost", async () => {
  await update("a");
  await update("b");
  const answer = await shell.shell(none, "b")(asked("index.html"));
  expect(await answer.text()).toBe(page("a"));
  await expect(shell.shell(none, "unknown")(asked("index.html"))).rejects.toThrow("no network");
});
