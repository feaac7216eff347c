/** Word between the open windows of the application. */

/** Listen to a channel; returns how to speak on it. Where the browser knows none, each window is alone. */
export function openChannel<T>(name: string, hear: (word: T) => void): (word: T) => void {
  if (typeof BroadcastChannel === "undefined") return () => {};
  const channel = new BroadcastChannel(name);
  channel.addEventListener("message", ({ data }: MessageEvent<T>) => hear(data));
  return (word) => channel.postMessage(word);
}
