/** The screen stays on while a customer reads it; a phone that cannot promise that goes dark as it always does. */
import { useEffect } from "preact/hooks";
import { log } from "../../lib/log";

export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let over = false;
    // The browser takes the promise back when the page is hidden: it is asked for again when it is seen.
    const hold = async () => {
      if (over || document.visibilityState !== "visible" || !navigator.wakeLock) return;
      try {
        const held = await navigator.wakeLock.request("screen");
        if (over) await held.release();
        else lock = held;
      } catch (cause) {
        log.info("screen not kept awake", cause);
      }
    };
    const seen = () => void hold();
    void hold();
    document.addEventListener("visibilitychange", seen);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", seen);
      void lock?.release();
    };
  }, []);
}
