/** The only place that touches the network. Everything else asks here, or reads what is stored. */

import { hearTime } from "./clock";
import { lang } from "./i18n";

export interface Problem {
  title: string;
  status: number;
  detail?: string;
  code?: string;
  errors?: { field: string; message: string }[];
}

export type NetReason = "offline" | "timeout" | "aborted" | "portal" | "shape" | "http";

/** What went wrong on the way to the server, in terms a screen can turn into a sentence. */
export class NetError extends Error {
  override readonly name = "NetError";

  constructor(
    readonly url: string,
    readonly reason: NetReason,
    /** 0 where no answer came. */
    readonly status = 0,
    readonly problem: Problem | null = null,
    /** How long the server asked not to be asked again. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(`${reason}${status ? ` ${status}` : ""} ${problem?.code ?? ""} ${url}`.replace(/\s+/g, " "));
  }
}

export interface Request<T> {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  /** The ETag of what is already held; the answer then may be "unchanged". */
  etag?: string | undefined;
  /** Said besides what every request says: Prefer, If-Match. */
  headers?: Readonly<Record<string, string>>;
  timeoutMs?: number;
  signal?: AbortSignal;
  /** Says whether the JSON is what was asked for; a hotel's sign-in page is not. */
  accept: (data: unknown) => data is T;
}

export type Answer<T> = { changed: true; status: number; data: T; etag: string | undefined } | { changed: false };

const TIMEOUT_MS = 15_000;
/** An upload may take long, but not stand still; nor may the answer keep away for longer once all has left. */
const STILL_MS = 60_000;

/**
 * Ask the server for JSON.
 *
 * Throws NetError for everything that is not the JSON asked for: no network, time out, a portal's HTML, a problem document.
 */
export async function ask<T>(url: string, request: Request<T>): Promise<Answer<T>> {
  return within(request, async (signal) => {
    const response = await reach(url, request, signal);
    if (response.status === 304) return { changed: false };
    if (!response.ok) throw await refusalOf(url, response);
    const data = await json(url, response, signal);
    if (!request.accept(data)) throw new NetError(url, "shape", response.status);
    hearTime(response.headers);
    return { changed: true, status: response.status, data, etag: response.headers.get("etag") ?? undefined };
  });
}

/** Send a request whose answer has no body (204). */
export async function send(url: string, request: Plain): Promise<void> {
  return within(request, async (signal) => {
    const response = await reach(url, request, signal);
    // Servers name a type for an empty answer too, and no portal answers with nothing to see.
    const page = response.status !== 204 && isHtml(response);
    if (response.redirected || page) throw new NetError(url, "portal", response.status);
    if (!response.ok) throw await refusalOf(url, response);
  });
}

/** Called as bytes come in: how many, and of how many, where the server says so. */
export type OnBytes = (received: number, total: number | null) => void;

/** Fetch a file to keep: its bytes, and the name the server gives it. Throws NetError as `ask` does. */
export async function download(
  url: string,
  { onBytes, ...request }: Plain & { onBytes?: OnBytes } = {},
): Promise<{ file: Blob; name: string }> {
  return within(request, async (signal) => {
    const response = await reach(url, request, signal);
    if (!response.ok) throw await refusalOf(url, response);
    const said = response.headers.get("content-disposition") ?? "";
    if (!said.startsWith("attachment")) throw new NetError(url, "portal", response.status);
    try {
      return { file: await bytesOf(response, onBytes), name: /filename="?([^";]+)/.exec(said)?.[1] ?? "cordee" };
    } catch {
      throw new NetError(url, brokenBy(signal), response.status);
    }
  });
}

/** The whole of an answer, piece by piece where somebody wants to know how far it is. */
async function bytesOf(response: Response, onBytes: OnBytes | undefined): Promise<Blob> {
  if (!onBytes || !response.body) return response.blob();
  // A packed answer says how long it is packed, and comes unpacked.
  const length = response.headers.has("content-encoding") ? 0 : Number(response.headers.get("content-length"));
  const total = length > 0 ? length : null;
  const pieces: BlobPart[] = [];
  let received = 0;
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    received += piece.value.byteLength;
    onBytes(received, total);
  }
  return new Blob(pieces, { type: response.headers.get("content-type") ?? "" });
}

type Plain = Omit<Request<unknown>, "accept">;

export interface Upload<T> extends Pick<Request<T>, "method" | "headers" | "signal" | "accept"> {
  form: FormData;
  /** Called as the bytes leave, with what share of them has: 0 to 1. */
  onProgress?: (share: number) => void;
}

/** Send files, and read the JSON that answers; `fetch` cannot tell how far an upload is. Throws NetError as `ask` does. */
export async function upload<T>(url: string, request: Upload<T>): Promise<T> {
  const response = await sent(url, request);
  if (!response.ok) throw await refusalOf(url, response);
  const data = await json(url, response, request.signal ?? new AbortController().signal);
  if (!request.accept(data)) throw new NetError(url, "shape", response.status);
  return data;
}

function sent(url: string, { form, method = "POST", headers, onProgress, signal }: Upload<unknown>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const fail = (reason: NetReason) => () => {
      clearTimeout(patience);
      reject(new NetError(url, reason));
    };
    let patience: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      clearTimeout(patience);
      patience = setTimeout(() => {
        fail("timeout")();
        xhr.abort();
      }, STILL_MS);
    };
    moved();
    xhr.open(method, url);
    for (const [name, value] of Object.entries({ ...Object.fromEntries(usualHeaders()), ...headers }))
      xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded, total }) => {
      moved();
      onProgress?.(total > 0 ? loaded / total : 0);
    };
    xhr.onload = () => {
      clearTimeout(patience);
      resolve(new Response(xhr.responseText, { status: xhr.status, headers: headersOf(xhr) }));
    };
    xhr.onerror = fail("offline");
    xhr.onabort = fail("aborted");
    signal?.addEventListener("abort", () => xhr.abort());
    if (signal?.aborted) return fail("aborted")();
    xhr.send(form);
  });
}

const headersOf = (xhr: XMLHttpRequest): Headers =>
  new Headers(
    xhr
      .getAllResponseHeaders()
      .trim()
      .split(/\r?\n/)
      .filter(Boolean)
      .map((line): [string, string] => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
  );

/**
 * Give the work a signal that fires when its time is over, or when its caller no longer wants it.
 *
 * The time covers the body too: a network that stops in the middle of a catalogue must not hold the next try.
 * By hand, because phones of 2022 know neither AbortSignal.any nor AbortSignal.timeout.
 */
async function within<T>(request: Plain, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort("aborted" satisfies NetReason);
  const timer = setTimeout(() => controller.abort("timeout" satisfies NetReason), request.timeoutMs ?? TIMEOUT_MS);
  if (request.signal?.aborted) stop();
  request.signal?.addEventListener("abort", stop);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener("abort", stop);
  }
}

async function reach(url: string, request: Plain, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { ...initOf(request), signal });
  } catch {
    throw new NetError(url, brokenBy(signal));
  }
}

/** Why nothing came: our own signal, or the network. */
const brokenBy = (signal: AbortSignal): NetReason => (signal.aborted ? (signal.reason as NetReason) : "offline");

let key: string | null = null;

/** Show this half of the session with every request from now on; null throws it away. Only shared phones have one. */
export function showKey(next: string | null): void {
  key = next;
}

export const hasKey = (): boolean => key !== null;

function usualHeaders(): Headers {
  const headers = new Headers({ Accept: "application/json", "Accept-Language": lang.peek() });
  if (key) headers.set("Cordee-Key", key);
  return headers;
}

function initOf(request: Plain): RequestInit {
  const headers = usualHeaders();
  if (request.body !== undefined) headers.set("Content-Type", "application/json");
  if (request.etag) headers.set("If-None-Match", request.etag);
  for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
  return {
    method: request.method ?? "GET",
    headers,
    credentials: "same-origin",
    // The ETag held in IndexedDB is the cache; a second one between would hide what changed.
    cache: "no-store",
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  };
}

async function json(url: string, response: Response, signal: AbortSignal): Promise<unknown> {
  // A captive portal answers 200 with its own page.
  if (!isJson(response)) throw new NetError(url, "portal", response.status);
  try {
    return await response.json();
  } catch (cause) {
    // Half an answer: the connection broke, or the time ran out, while the body was arriving.
    throw new NetError(url, cause instanceof SyntaxError ? "shape" : brokenBy(signal), response.status);
  }
}

async function refusalOf(url: string, response: Response): Promise<NetError> {
  return new NetError(url, "http", response.status, await problemOf(response), retryAfterOf(response.headers));
}

/** How long the server does not want to be asked, in milliseconds: seconds, or a date, which counts from the answer's own. */
function retryAfterOf(headers: Headers): number | null {
  const said = headers.get("retry-after") ?? "";
  const sent = Date.parse(headers.get("date") ?? "");
  const isDate = /[a-z]/i.test(said);
  const ms = isDate ? Date.parse(said) - (Number.isNaN(sent) ? Date.now() : sent) : Number(said) * 1000;
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

async function problemOf(response: Response): Promise<Problem | null> {
  if (!isJson(response)) return null;
  try {
    const data: unknown = await response.json();
    return isProblem(data) ? data : null;
  } catch {
    // The status already says that it failed; a broken body adds nothing.
    return null;
  }
}

function isProblem(data: unknown): data is Problem {
  return isRecord(data) && typeof data.title === "string" && typeof data.status === "number";
}

/** Narrow to an object with string keys. */
export function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function isJson(response: Response): boolean {
  return /[/+]json\b/.test(response.headers.get("content-type") ?? "");
}

function isHtml(response: Response): boolean {
  return /\bhtml\b/.test(response.headers.get("content-type") ?? "");
}
