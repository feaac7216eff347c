/** Moments that interrupt nobody. */

const QUIET_MS = 12_000;
const EVENTS = ["pointerdown", "keydown", "input", "scroll"] as const;

/** True while somebody writes in a field. */
function isWriting(): boolean {
  const active = document.activeElement;
  return active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.value !== "");
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
    if (isWriting()) return wait();
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
