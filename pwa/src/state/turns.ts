/**
 * Turns on a shared phone: taken by a name and a code, given back by a lock.
 *
 * A turn's session has two halves, the cookie and a key that stands here: a lock throws the key away, and needs no
 * network for it. Without a network a code opens a turn again that the server has opened on this phone before; the
 * server hears of it at the next contact, and until then nothing goes out in that name.
 */
import {
  forgetSession,
  forgetVerifier,
  forgetViews,
  type KeptPhone,
  keepVerifiers,
  type PhonePerson,
  readPhone,
  readSession,
  saveSession,
  saveVerifier,
  spendTry,
} from "../db";
import { endSession, fetchSession, type Opened, type Session } from "../lib/api";
import { fetchPhone, leavePhone, type SharedPhone, takePhone } from "../lib/apiPhone";
import { log } from "../lib/log";
import { hasKey, NetError, showKey } from "../lib/net";
import { restart } from "../lib/restart";
import { navigate } from "../lib/router";
import { openChannel } from "../lib/windows";
import { startIdleLock } from "./idleLock";
import { stopSpeaking } from "./languages";
import { noteReach, online } from "./online";
import { flush } from "./outbox";
import { seal, unseal } from "./passing";
import { alter, lock, locked, phone, showLocked, showPhone, unconfirmed } from "./phone";
import { adopt, session } from "./session";
import { isCode, MOST_TRIES, makeVerifier } from "./verifier";

/** Last words to the server before the key goes: longer than this nobody's events hold up the next one. */
const FAREWELL_MS = 5_000;

/** Why a code did not open the phone, where it was the phone that decided: a message's key, and the tries left. */
export class NotOpened extends Error {
  override readonly name = "NotOpened";

  constructor(
    readonly key: string,
    readonly n = 0,
  ) {
    super(key);
  }
}

let tell: (word: "changed") => void = () => {};
/** The code of a turn that the server has not seen yet; in this page's memory only, until it has. */
let unseen: { person: string; pin: string } | null = null;
/** Counts turns: what was begun for one must not end in another. */
let turn = 0;

/** What a start has to do before the server is asked. */
let ready: Promise<void> = Promise.resolve();

export function startTurns(): void {
  tell = openChannel("cordee-phone", () => void hear());
  startIdleLock();
  ready = takeOver().catch((cause: unknown) => log.warn("the code has to be typed once more", cause));
}

/** Take the code that the page before left, and leave nothing of it behind. */
async function takeOver(): Promise<void> {
  const passing = phone.peek()?.passing;
  if (!passing) return;
  await alter(({ passing: _, ...kept }) => kept);
  if (unconfirmed.peek() && passing.person === session.peek()?.person.id) unseen = await unseal(passing);
}

/** Another window locked or took the phone: this one does the same. */
async function hear(): Promise<void> {
  const [kept, held] = await Promise.all([readPhone(), readSession()]);
  showPhone(kept ?? null);
  if (held && held.person.id !== session.peek()?.person.id) return restart();
  showKey(held ? (kept?.key ?? null) : null);
  showLocked(!held);
}

/** What a lock has to do once nothing is shown any more. */
export async function afterLock(): Promise<void> {
  stopSpeaking();
  unseen = null;
  const mine = ++turn;
  await Promise.all([
    forgetSession().catch((cause: unknown) => log.error("the turn is not forgotten", cause)),
    alter(({ passing: _, ...kept }) => ({ ...kept, key: null })),
  ]);
  tell("changed");
  await farewell(() => turn === mine);
}

/** Bring what waits while the key is still here, then end the session and throw the key away. */
async function farewell(isStill: () => boolean): Promise<void> {
  if (!hasKey()) return;
  await soon(flush());
  if (!isStill()) return;
  const ending = endSession();
  showKey(null);
  await ending.catch((cause: unknown) => log.info("the server was not told that the turn is over", cause));
}

const soon = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, FAREWELL_MS))]);

/** Take the phone. Throws `NetError` where the server says no, `NotOpened` where the phone alone does. */
export async function take(person: string, pin: string): Promise<void> {
  turn += 1;
  showKey(null);
  if (!online.peek() && (await opensHere(person, pin))) return;
  try {
    await ask(person, pin);
  } catch (cause) {
    noteReach(cause);
    if (isRevoked(cause)) await alter((kept) => ({ ...kept, revoked: true }));
    if (!isAway(cause)) throw cause;
    if (!(await opensHere(person, pin))) throw new NotOpened("lock.offline.none");
  }
}

/** Whether it is not the server that answered, or not it that can judge now. */
const isAway = (cause: unknown): boolean =>
  cause instanceof NetError && (cause.reason !== "http" || cause.status >= 500);

const isRevoked = (cause: unknown): boolean =>
  cause instanceof NetError && cause.status === 401 && (cause.problem?.code ?? "").startsWith("phone-");

async function ask(person: string, pin: string): Promise<void> {
  const { key, ...opened } = await takePhone(person, pin);
  noteReach("answered");
  await keepCode(opened, pin);
  await begin(opened, key);
}

/** Keep by what this code is known again without a network. */
async function keepCode({ person }: Session, pin: string): Promise<void> {
  try {
    const guard = phone.peek()?.guard;
    const made = guard && (await makeVerifier(person.role, pin, guard));
    if (made) await saveVerifier(person.id, made);
  } catch (cause) {
    log.warn("the code will not be known without a network", cause);
  }
}

/** Open a turn by what the phone knows; false where it knows nothing of this person. Throws where the code is wrong. */
async function opensHere(person: string, pin: string): Promise<boolean> {
  const kept = phone.peek();
  const member = kept?.people.find(({ id }) => id === person);
  const verifier = kept?.guard && (await spendTry(person, Date.now()));
  if (!member || !kept?.guard || !verifier) return false;
  if (!(await isCode(verifier, pin, kept.guard))) {
    if (verifier.tries_left > 0) throw new NotOpened("lock.offline.wrong", verifier.tries_left);
    await forgetVerifier(person);
    throw new NotOpened("lock.offline.wiped");
  }
  await saveVerifier(person, { ...verifier, tries_left: MOST_TRIES });
  unseen = { person, pin };
  await begin(openedHere(kept, member), null);
  return true;
}

/** A turn that the server has not opened: nothing that needs more than a seller's rights. */
const openedHere = (kept: KeptPhone, { id, name }: PhonePerson): Session => ({
  person: { id, name, role: "seller" },
  shop: kept.shop,
  device: { id: kept.id },
  phone: { id: kept.id, name: kept.name, lock_minutes: kept.lock_minutes },
});

/** Give the phone to somebody: in place where they had it last, else from nothing. */
async function begin(next: Session, key: string | null): Promise<void> {
  const last = session.peek();
  await saveSession(next);
  await alter((kept) => ({ ...kept, key, touched_at: new Date().toISOString() }));
  tell("changed");
  if (last?.person.id !== next.person.id) {
    if (unseen && key === null) await passOn(unseen);
    // A link that led here while nobody had the phone waits for whoever takes it; another one's page does not.
    if (last) navigate("/", { replace: true });
    return restart();
  }
  showKey(key);
  await adopt(next);
  showLocked(false);
  if (key) void flush();
}

async function passOn({ person, pin }: { person: string; pin: string }): Promise<void> {
  const passing = await seal(person, pin);
  await alter((kept) => ({ ...kept, passing }));
}

/** Hear from the server who may take this phone, and whether the turn still holds. Never throws, never wipes. */
export async function checkPhone(): Promise<void> {
  await ready;
  try {
    await tellLeavers();
    await learn(await fetchPhone());
    noteReach("answered");
    if (!locked.peek() && !phone.peek()?.revoked) await checkTurn();
  } catch (cause) {
    noteReach(cause);
    if (isRevoked(cause)) await alter((kept) => ({ ...kept, revoked: true }));
    else log.info("the shared phone is not checked", cause);
  }
}

export const peopleOf = (shared: SharedPhone): readonly PhonePerson[] =>
  shared.people.map(({ person: { id, name, role }, tries_left }) => ({ id, name, role, tries_left }));

async function learn(shared: SharedPhone): Promise<void> {
  const people = peopleOf(shared).filter(({ id }) => !phone.peek()?.leaving.includes(id));
  const { name, shop, lock_minutes } = shared;
  await alter((kept) => ({ ...kept, name, shop, lock_minutes, people, revoked: false }));
  await keepVerifiers(people.filter(({ tries_left }) => tries_left > 0).map(({ id }) => id));
}

async function checkTurn(): Promise<void> {
  const person = session.peek()?.person.id;
  if (!phone.peek()?.people.some(({ id }) => id === person)) return lock();
  if (unconfirmed.peek()) return confirm();
  try {
    await adopt(await fetchSession());
  } catch (cause) {
    // The day is over, or another phone ended it: the same page is there again after the code.
    if (cause instanceof NetError && cause.status === 401) return lock("ended");
    throw cause;
  }
}

/** Show the server the code of a turn that began without it. */
async function confirm(): Promise<void> {
  const mine = turn;
  const code = unseen;
  if (!code || code.person !== session.peek()?.person.id) return;
  let opened: Opened;
  try {
    opened = await takePhone(code.person, code.pin);
  } catch (cause) {
    if (isAway(cause) || (cause instanceof NetError && cause.status === 429)) throw cause;
    await forgetVerifier(code.person);
    return lock("unseen");
  }
  if (turn !== mine) return;
  unseen = null;
  const { key, ...next } = opened;
  await keepCode(next, code.pin);
  await begin(next, key);
}

/** Take oneself off this phone: what was seen goes, what waits to be sent stays, under its author. Works without a network. */
export async function leave(): Promise<void> {
  const person = session.peek()?.person.id;
  if (!person) return;
  showLocked(true);
  const mine = ++turn;
  await farewell(() => turn === mine);
  unseen = null;
  await forgetSession();
  await forgetViews(person);
  await alter((kept) => ({
    ...kept,
    key: null,
    people: kept.people.filter(({ id }) => id !== person),
    leaving: [...kept.leaving, person],
  }));
  tell("changed");
  await soon(tellLeavers()).catch((cause: unknown) => log.info("the server hears of it later", cause));
  navigate("/", { replace: true });
  restart();
}

async function tellLeavers(): Promise<void> {
  for (const person of phone.peek()?.leaving ?? []) {
    await leavePhone(person).catch((cause: unknown) => {
      if (!(cause instanceof NetError && cause.status === 404)) throw cause;
    });
    await alter((kept) => ({ ...kept, leaving: kept.leaving.filter((id) => id !== person) }));
  }
}
