import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isRecord, NetError, upload } from "../../pwa/src/lib/net";

/** An upload that goes as far as it is told. */
class Standing {
  static last: Standing;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 200;
  responseText = "{}";
  constructor() {
    Standing.last = this;
  }
  open() {}
  send() {}
  setRequestHeader() {}
  getAllResponseHeaders = () => "content-type: application/json\r\n";
  abort() {
    this.onabort?.();
  }
}

const begin = () => {
  const outcome = upload("/files", { form: new FormData(), accept: isRecord }).catch((cause: unknown) => cause);
  return { outcome, step: (loaded: number) => Standing.last.upload.onprogress?.({ loaded, total: 100 }) };
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("XMLHttpRequest", Standing);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("an upload may take as long as it moves", async () => {
  const { outcome, step } = begin();
  for (let share = 10; share <= 100; share += 10) {
    vi.advanceTimersByTime(50_000);
    step(share);
  }
  Standing.last.onload?.();
  expect(await outcome).toEqual({});
  expect(vi.getTimerCount()).toBe(0);
});

test("one that stands still is given up, as a network that does not answer", async () => {
  const { outcome, step } = begin();
  step(50);
  vi.advanceTimersByTime(61_000);
  const cause = await outcome;
  expect(cause).toBeInstanceOf(NetError);
  expect((cause as NetError).reason).toBe("timeout");
});
