import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** A worker whose life the test decides. */
class FakeWorker extends EventTarget {
  state = "installing";
  readonly said: unknown[] = [];
  postMessage = (message: unknown) => void this.said.push(message);
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = new FakeWorker();
  update = vi.fn(async () => {});

  /** A deployment is found and installs; then it waits. */
  bring(): FakeWorker {
    const worker = new FakeWorker();
    this.installing = worker;
    this.dispatchEvent(new Event("updatefound"));
    this.installing = null;
    this.waiting = worker;
    worker.become("installed");
    return worker;
  }

  /** One whose files did not all come. */
  bringBroken(): void {
    this.installing = new FakeWorker();
    this.dispatchEvent(new Event("updatefound"));
    this.installing.become("redundant");
    this.installing = null;
  }
}

const QUIET_MS = 12_001;
let registration: FakeRegistration;
let container: EventTarget & { controller: unknown; register: ReturnType<typeof vi.fn>; getRegistration: unknown };
let bridge: typeof import("../../pwa/src/sw-bridge");
let reload: ReturnType<typeof vi.spyOn>;

async function start(controller: unknown = {}): Promise<void> {
  container.controller = controller;
  bridge = await import("../../pwa/src/sw-bridge");
  await bridge.startServiceWorker();
}

const quiet = () => vi.advanceTimersByTimeAsync(QUIET_MS);
const takeOver = () => container.dispatchEvent(new Event("controllerchange"));
const hide = (state: "hidden" | "visible") => {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
};

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubEnv("PROD", true);
  registration = new FakeRegistration();
  container = Object.assign(new EventTarget(), {
    controller: null,
    register: vi.fn(async () => registration),
    getRegistration: vi.fn(async () => registration),
  });
  vi.stubGlobal("navigator", { serviceWorker: container, onLine: true, language: "fr" });
  reload = vi.spyOn(location, "reload").mockImplementation(() => {});
});
afterEach(() => {
  sessionStorage.clear();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  document.body.replaceChildren();
});

test("a version that waited before this start is offered at the first idle moment", async () => {
  registration.waiting = new FakeWorker();
  await start();
  expect(bridge.updateReady.value).toBe(false);
  await quiet();
  expect(bridge.updateReady.value).toBe(true);
});

test("the worker of a first visit is no update", async () => {
  registration.active = null;
  await start(null);
  registration.bring();
  takeOver();
  await quiet();
  expect(bridge.updateReady.value).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

test("a version whose installation failed is offered when it has come after all", async () => {
  await start();
  registration.bringBroken();
  await quiet();
  expect(bridge.updateReady.value).toBe(false);
  registration.bring();
  await quiet();
  expect(bridge.updateReady.value).toBe(true);
});

test("the newest of several versions is let in, by one tap, and the page reloads once it holds it", async () => {
  await start();
  const older = registration.bring();
  await quiet();
  const newer = registration.bring();
  bridge.takeUpdate();
  expect([older.said, newer.said]).toEqual([[], [{ type: "SKIP_WAITING" }]]);
  expect(reload).not.toHaveBeenCalled();
  takeOver();
  expect(reload).toHaveBeenCalledOnce();
});

test("a yes is never without an effect", async () => {
  await start();
  registration.bring();
  await quiet();
  bridge.takeUpdate();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(reload).toHaveBeenCalled();
});

test("another window keeps running, and is asked too", async () => {
  await start();
  takeOver();
  expect(reload).not.toHaveBeenCalled();
  await quiet();
  expect(bridge.updateReady.value).toBe(true);
  bridge.takeUpdate();
  await vi.advanceTimersByTimeAsync(0);
  expect(reload).toHaveBeenCalledOnce();
});

test("a window out of sight follows by itself, but not over a text that was begun", async () => {
  await start();
  document.body.innerHTML = "<textarea></textarea>";
  const text = document.querySelector("textarea") as HTMLTextAreaElement;
  text.value = "La cliente demande";
  hide("hidden");
  takeOver();
  expect(reload).not.toHaveBeenCalled();
  text.value = "";
  takeOver();
  expect(reload).toHaveBeenCalledOnce();
});

test("a portal at the registration is not the last word", async () => {
  container.register.mockRejectedValueOnce(new TypeError("text/html"));
  await start();
  expect(container.register).toHaveBeenCalledOnce();
  hide("visible");
  await vi.advanceTimersByTimeAsync(0);
  expect(container.register).toHaveBeenCalledTimes(2);
  registration.bring();
  await quiet();
  expect(bridge.updateReady.value).toBe(true);
});

test("it looks for a new version when the phone is taken up again, when the network is back, and now and then", async () => {
  await start();
  hide("hidden");
  expect(registration.update).not.toHaveBeenCalled();
  hide("visible");
  dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(30 * 60_000);
  expect(registration.update).toHaveBeenCalledTimes(3);
});

test("a start lets in what has waited since the last time, once in a window", async () => {
  bridge = await import("../../pwa/src/sw-bridge");
  expect(await bridge.takeWaiting()).toBe(false);
  const waiting = new FakeWorker();
  registration.waiting = waiting;
  const taken = bridge.takeWaiting();
  await vi.advanceTimersByTimeAsync(0);
  expect(waiting.said).toEqual([{ type: "SKIP_WAITING" }]);
  expect(reload).not.toHaveBeenCalled();
  takeOver();
  expect(await taken).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
  expect(await bridge.takeWaiting()).toBe(false);
});

test("a version that cannot be let in does not hold the start up", async () => {
  bridge = await import("../../pwa/src/sw-bridge");
  registration.waiting = new FakeWorker();
  const taken = bridge.takeWaiting();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(await taken).toBe(true);
  expect(await bridge.takeWaiting()).toBe(false);
});
