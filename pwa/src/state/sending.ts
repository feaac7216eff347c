/**
 * One pass over the outbox: bring what one person recorded in one shop to the server, oldest first.
 *
 * Nothing is forgotten unless the server answered for its id, and no event holds up the others: one that the server
 * cannot read is found by halving and put aside, one that it cannot take now is passed over until the next pass.
 */
import { type OutboxEvent, type SetAside, settle } from "../db";
import { type EventResults, sendEvents } from "../lib/api";
import { NetError } from "../lib/net";
import { allWait, gone, unsent } from "./queue";

/** One request: what a bad network can carry, and well below what the server takes. */
export const BATCH = 100;
const BATCH_BYTES = 256 * 1024;
/** After so many failures of the server on single events the fault is not theirs. */
const SINGLE_FAILURES = 5;
/** The server read the request and will never take it as it is; a portal says such things without our code. */
const UNREADABLE = new Set([400, 422]);
const TOO_LARGE = 413;
const BROKEN = 500;
/** No event is at fault: an ended session, too many requests, a server that is away. */
const NOBODYS = new Set([401, 429, 502, 503, 504]);
/** Right, but from another session: they wait for their author, and are nobody's fault. */
const LATER = new Set(["other-author", "other-shop"]);
const TAKEN = new Set<string>(["accepted", "duplicate"]);

type Result = EventResults["results"][number];

/** Who sends. Another person's events are never sent as theirs. */
export interface Sender {
  author: string;
  shop: string;
  /** A manager brings what colleagues recorded on this phone, too; they stay its authors. */
  carries?: boolean;
}

export interface Pass {
  /** Events that left the outbox. */
  settled: number;
  /** Events that the server will take later: the next pass tries again. */
  held: number;
}

interface Course {
  /** Passed over until the next pass. */
  held: Set<string>;
  /** How many events one request carries now. */
  most: number;
  /** The last failure on a single event, and how many there were. */
  failures: number;
  failed: unknown;
}

/** Events that were answered by an error while they travelled alone: the others go first. */
const suspects = new Set<string>();

/**
 * Send all that the sender recorded. `halvings` make requests smaller: a slow line carries ten events where it does not
 * carry a hundred. Throws what stopped the pass.
 */
export async function sendAll(sender: Sender, halvings: number, answered: (settled: number) => void): Promise<Pass> {
  const course: Course = { held: new Set(), most: atMost(halvings), failures: 0, failed: undefined };
  const pass: Pass = { settled: 0, held: 0 };
  for (;;) {
    const batch = nextBatch(unsent.peek(), sender, course);
    if (batch.length === 0) break;
    // Asked of the storage each time: another window may have sent them meanwhile.
    if (!(await allWait(batch))) continue;
    const settled = await step(batch, course);
    pass.settled += settled;
    if (settled > 0) answered(settled);
  }
  if (course.failed) throw course.failed;
  pass.held = course.held.size;
  return pass;
}

/** Two failures are chance; from the third one on each halves the request. */
const atMost = (halvings: number): number => Math.max(1, Math.floor(BATCH / 2 ** Math.max(0, halvings - 2)));

/** Whether an event is the sender's to send. */
export const isOf = (event: OutboxEvent, sender: Sender): boolean =>
  (sender.carries || event.author === sender.author) && event.shop === sender.shop;

function nextBatch(waiting: readonly OutboxEvent[], sender: Sender, { held, most }: Course): OutboxEvent[] {
  const own = waiting.filter((event) => isOf(event, sender) && !held.has(event.id));
  const clear = own.filter(({ id }) => !suspects.has(id));
  const batch: OutboxEvent[] = [];
  let bytes = 0;
  for (const event of clear.length > 0 ? clear : own.slice(0, 1)) {
    bytes += JSON.stringify(event).length;
    if (batch.length === most || (batch.length > 0 && bytes > BATCH_BYTES)) break;
    batch.push(event);
  }
  return batch;
}

/** Send one batch and settle what was answered. Return how many left the outbox. */
async function step(batch: readonly OutboxEvent[], course: Course): Promise<number> {
  let results: readonly Result[];
  try {
    results = await sendEvents(batch);
  } catch (cause) {
    suspect(batch, cause);
    return refusedWhole(batch, cause, course);
  }
  const settled = await settleBatch(batch, results, course.held);
  // An answer that settles nothing would be asked for ever.
  if (settled === 0 && !batch.some(({ id }) => course.held.has(id))) throw new NetError("events", "shape", 200);
  course.most = Math.min(BATCH, course.most * 2);
  return settled;
}

/** What stands between may refuse an event for its words, with an answer that says nothing: the others go first then. */
function suspect(batch: readonly OutboxEvent[], cause: unknown): void {
  const [event] = batch;
  const answered = cause instanceof NetError && cause.reason === "http" && !NOBODYS.has(cause.status);
  if (answered && event && batch.length === 1) suspects.add(event.id);
}

/** Whether the answer may be owed to what one event holds: our server's own words, or a door too narrow for it. */
const isAboutContent = ({ status, problem }: NetError): boolean =>
  status === TOO_LARGE || (problem?.code !== undefined && (UNREADABLE.has(status) || status === BROKEN));

/** The server refused the request, not the events one by one: look for the one at fault. */
async function refusedWhole(batch: readonly OutboxEvent[], cause: unknown, course: Course): Promise<number> {
  if (!(cause instanceof NetError && isAboutContent(cause))) throw cause;
  const [event] = batch;
  if (batch.length > 1 || !event) {
    course.most = Math.ceil(batch.length / 2);
    return 0;
  }
  course.most = BATCH;
  if (cause.status !== BROKEN) {
    await settled([], [setAside(event, cause.problem?.code ?? `http-${cause.status}`, cause.problem?.detail ?? "")]);
    return 1;
  }
  course.failed = cause;
  course.failures += 1;
  if (course.failures > SINGLE_FAILURES) throw cause;
  course.held.add(event.id);
  return 0;
}

/** Forget what the server has and put aside what it refuses; only ids of this batch count. */
async function settleBatch(
  batch: readonly OutboxEvent[],
  results: readonly Result[],
  held: Set<string>,
): Promise<number> {
  const answers = answersOf(results);
  const of = (event: OutboxEvent) => answers.get(event.id);
  const refused = batch.filter((event) => of(event)?.status === "rejected");
  const isLater = (event: OutboxEvent) => LATER.has(of(event)?.reason ?? "");
  const taken = batch.filter((event) => TAKEN.has(of(event)?.status ?? "")).map(({ id }) => id);
  const put = refused
    .filter((event) => !isLater(event))
    .map((event) => setAside(event, of(event)?.reason ?? "", of(event)?.message ?? "", of(event)?.errors));
  await settled(taken, put);
  for (const event of refused.filter(isLater)) held.add(event.id);
  for (const id of taken) suspects.delete(id);
  return taken.length + put.length;
}

/** What was said of each id; what was said in two ways says nothing, and is asked again. */
function answersOf(results: readonly Result[]): Map<string | null, Result> {
  const answers = new Map(results.map((result) => [result.id, result]));
  for (const { id, status } of results) if (answers.get(id)?.status !== status) answers.delete(id);
  return answers;
}

async function settled(taken: readonly string[], put: readonly SetAside[]): Promise<void> {
  await settle(taken, put);
  gone(taken, put);
}

const setAside = (event: OutboxEvent, reason: string, message: string, errors?: SetAside["errors"]): SetAside => ({
  event,
  reason,
  message,
  ...(errors ? { errors } : {}),
  refused_at: new Date().toISOString(),
});
