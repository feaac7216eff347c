/** Moments that interrupt nobody. */

const QUIET_MS = 12_000;
const EVENTS = ["pointerdown", "keydown", "input", "scroll"] as const;

/** What is open over the page, or says of itself that it is not finished: `data-in-use`. */
const OPEN = 'dialog[open], [aria-modal="true"], [data-in-use]';
const TYPED = "textarea, form input";
const WRITTEN = /^(?:text|search|number|tel|email|url|password)$/;

/** True in the middle of something: a sheet is up, a text is begun, a camera looks for a code. */
export function isInUse(): boolean {
  return document.querySelector(OPEN) !== null || isWriting() || isFilming();
}

function isWriting(): boolean {
  const fields = [...document.querySelectorAll(TYPED), document.activeElement];
  return fields.some((field) => isWrittenIn(field) && field.value !== field.defaultValue);
}

function isWrittenIn(field: Element | null): field is HTMLInputElement | HTMLTextAreaElement {
  return field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && WRITTEN.test(field.type));
}

function isFilming(): boolean {
  return [...document.querySelectorAll("video")].some((video) => video.srcObject !== null && !video.paused);
}

/** Call back once, when nobody has touched the screen for a while or the application goes out of sight. */
export function whenIdle(callback: () => void, quietMs = QUIET_MS): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const stop = () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", hidden);
    for (const name of EVENTS) removeEventListener(name, wait, true);
  };
  const done = () => {
    if (isInUse()) return wait();
    stop();
    callback();
  };
  const hidden = () => document.visibilityState === "hidden" && done();
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(done, quietMs);
  };
  document.addEventListener("visibilitychange", hidden);
  for (const name of EVENTS) addEventListener(name, wait, { capture: true, passive: true });
  wait();
  return stop;
}

/** How long work may wait for a pause of the main thread. */
const LATEST_MS = 300;

/** Call back once when the screen has been painted and nothing else is to do. Returns how to take it back. */
export function afterPaint(callback: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const request = requestIdleCallback(callback, { timeout: LATEST_MS });
    return () => cancelIdleCallback(request);
  }
  // Safari has no idle callback: the frame after the next one will do.
  const timer = setTimeout(callback, 2 * 17);
  return () => clearTimeout(timer);
}

/** A page that is not seen has no frames: what waits for one waits no longer than this. */
const FRAME_MS = 100;

/**
 * Call back once, right after the next frame: what a finger has just done is on the screen by then.
 *
 * For what answers the finger as well, but costs more than one frame; `afterPaint` is for what nobody waits for.
 */
export function afterFrame(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const stop = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const done = () => {
    stop();
    callback();
  };
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(done, 0);
  });
  timer = setTimeout(done, FRAME_MS);
  return stop;
}

/** Take the steps one by one, each after a paint, so that a tap never waits for more than one. */
export function inSteps(steps: Iterator<unknown>): () => void {
  let isStopped = false;
  const next = (): void => {
    if (!isStopped && !steps.next().done) afterPaint(next);
  };
  afterPaint(next);
  return () => {
    isStopped = true;
  };
}
