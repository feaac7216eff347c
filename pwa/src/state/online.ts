/** Whether the server answers. The browser's own idea of "online" is a hint, never a gate. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { NetError } from "../lib/net";

const reached = signal(navigator.onLine);

/** True while the last thing we know is that the server answers. */
export const online: ReadonlySignal<boolean> = reached;

/** Note the outcome of a request: any answer of the server, even a refusal, means it can be reached. */
export function noteReach(outcome: "answered" | unknown): void {
  reached.value = outcome === "answered" || (outcome instanceof NetError && outcome.reason === "http");
}

export function startOnline(comeBack: () => void): void {
  addEventListener("offline", () => {
    reached.value = false;
  });
  addEventListener("online", comeBack);
}
