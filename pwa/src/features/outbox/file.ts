/** Events as a file: out of a phone that cannot send, into one that can. Nothing here needs a network. */
import type { OutboxEvent, SetAside } from "../../db";
import { isRecord } from "../../lib/net";

const FORMAT = "cordee-events";
const VERSION = 1;
/** One request, as the outbox itself sends. */
const MOST = 100;
const MOST_BYTES = 256 * 1024;

/** Write what waits and what was refused; the reasons travel along for whoever reads the file. */
export function fileOf(waiting: readonly OutboxEvent[], aside: readonly SetAside[], now = new Date()): File {
  const body = {
    format: FORMAT,
    version: VERSION,
    exported_at: now.toISOString(),
    events: [...waiting, ...aside.map(({ event }) => event)],
    refused: Object.fromEntries(aside.map(({ event, reason, message }) => [event.id, { reason, message }])),
  };
  return new File([JSON.stringify(body, null, 1)], `${nameAt(now)}.json`, { type: "application/json" });
}

function nameAt(now: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `cordee-${day}-${two(now.getHours())}${two(now.getMinutes())}`;
}

/** Read such a file; null where it is none, or of a version that is not known here. */
export function eventsIn(text: string): unknown[] | null {
  try {
    const data: unknown = JSON.parse(text);
    const known = isRecord(data) && data.format === FORMAT && data.version === VERSION;
    return known && Array.isArray(data.events) ? data.events : null;
  } catch {
    return null;
  }
}

/** Cut a list into what one request carries. */
export function slices<T>(events: readonly T[]): T[][] {
  const cut: T[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = JSON.stringify(event).length;
    const last = cut.at(-1);
    if (!last || last.length === MOST || bytes + size > MOST_BYTES) {
      cut.push([event]);
      bytes = size;
    } else {
      last.push(event);
      bytes += size;
    }
  }
  return cut;
}

/** Hand the file to the person: by the phone's share menu where it takes files, else as a download. */
export async function handOver(file: File): Promise<"shared" | "saved" | "cancelled"> {
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title: file.name });
      return "shared";
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === "AbortError") return "cancelled";
    }
  }
  download(file);
  return "saved";
}

/** Some phones read the file a while after the tap. */
const READ_MS = 60_000;

function download(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_MS);
}
