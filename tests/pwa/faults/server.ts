/** A server that takes each event once, behind a network that fails as it is told. */
import { vi } from "vitest";

export type Fault = "" | "offline" | "lost" | "portal" | "half" | "shape" | "hang" | `${number}`;

interface Sent {
  id: string;
  seq: number;
  author: string;
  format: number;
  payload: { mark?: unknown };
}

export interface Server {
  events: Map<string, Sent>;
  conflicts: number;
  requests: number;
  /** The most events that came in one request. */
  most: number;
  /** A reason to refuse this event, "" to take it. */
  rejects: (event: Sent) => string;
  /** An answer to the whole request, before any event is looked at. */
  answers: (sent: Sent[]) => Response | undefined;
}

export const PROBLEM = (status: number, code: string) => ({ title: code, status, code, detail: code, errors: [] });

export const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

/** Mulberry32: the same seed, the same faults. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function take(server: Server, event: Sent): { id: string; status: string; reason?: string } {
  const reason = server.rejects(event);
  if (reason) return { id: event.id, status: "rejected", reason };
  const known = server.events.get(event.id);
  if (!known) server.events.set(event.id, event);
  else if (JSON.stringify(known) !== JSON.stringify(event)) server.conflicts += 1;
  return { id: event.id, status: known ? "duplicate" : "accepted" };
}

/** Stand for the server in this page; `fault` says what happens to each request that carries events. */
export function server(fault: (sent: readonly Sent[]) => Fault = () => "", before?: Server): Server {
  const made: Server = before ?? {
    events: new Map(),
    conflicts: 0,
    requests: 0,
    most: 0,
    rejects: () => "",
    answers: () => undefined,
  };
  const answerEvents = async (init: RequestInit) => {
    const sent = (JSON.parse(String(init.body)) as { events: Sent[] }).events;
    made.requests += 1;
    made.most = Math.max(made.most, sent.length);
    const kind = fault(sent);
    const broken = early(kind, init);
    if (broken) return broken;
    const refused = made.answers(sent);
    if (refused) return refused;
    const results = sent.map((event) => take(made, event));
    if (kind === "lost") throw new TypeError("connection reset");
    if (kind === "half") return half(results);
    return json({ results, received_at: "2026-11-21T10:00:00Z" });
  };
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) =>
    url.endsWith("/events") ? answerEvents(init) : Promise.reject(new TypeError("nothing else is served")),
  );
  return made;
}

/** What happens before the server has anything, or instead of it. */
function early(kind: Fault, init: RequestInit): Promise<Response> | Response | undefined {
  if (kind === "offline") throw new TypeError("no network");
  if (kind === "portal") return new Response("<html>", { headers: { "Content-Type": "text/html" } });
  if (kind === "shape") return json({ ok: true });
  if (kind === "hang") return untilAborted(init);
  return Number(kind) > 0 ? json(PROBLEM(Number(kind), "x"), Number(kind)) : undefined;
}

const untilAborted = ({ signal }: RequestInit): Promise<Response> =>
  new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  });

const half = (results: unknown): Response =>
  new Response(JSON.stringify({ results }).slice(0, 40), { headers: { "Content-Type": "application/json" } });
