/** Who holds this phone, and in which shop. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { forgetSession, forgetViews, readSession, readSetting, saveSession, saveSetting } from "../db";
import { endSession, enterDemonstration, fetchSession, type Role, type Session } from "../lib/api";
import { log } from "../lib/log";
import { hasKey, NetError } from "../lib/net";
import { restart } from "../lib/restart";
import { openChannel } from "../lib/windows";
import { noteReach } from "./online";
import { bringTurns, locked, phone, startPhone } from "./phone";

const current = signal<Session | null>(null);
const refused = signal(false);
const ended = signal(false);
const ENDED = "ended";
const KEEPERS: ReadonlySet<Role> = new Set<Role>(["merchandiser", "administrator"]);

/** Who has the phone; on a locked one still who had it last, as long as the page lives. */
export const session: ReadonlySignal<Session | null> = current;
/** The server no longer knows this session. What is on the phone stays usable; sending needs a new invitation. */
export const sessionEnded: ReadonlySignal<boolean> = refused;
/** Somebody ended it on purpose: nothing is shown any more, and what waits to be sent is kept. */
export const sessionRevoked = computed(() => phone.value?.revoked ?? ended.value);
/** Nothing of a person may be on the screen. */
export const closed = computed(() => locked.value || sessionRevoked.value);
/** The range is this person's work: they begin at the desk, and may change what all shops say. */
export const keepsRange = computed(() => KEEPERS.has(current.value?.person.role ?? "seller"));
export const shopId = computed(() => current.value?.shop.id ?? phone.value?.shop.id ?? null);

/** Whether requests go out in the name of the person in `session`. */
export const maySend = (): boolean => (phone.peek() ? hasKey() : true);

export async function startSession(): Promise<void> {
  const [held, mark] = await Promise.all([readSession(), readSetting(ENDED)]);
  current.value = (await startPhone(held)) ?? null;
  ended.value = Boolean(mark) && current.value !== null;
  channel ??= openChannel("cordee-session", () => void hear());
}

let channel: ((word: "changed") => void) | undefined;

/** Say to the other windows that somebody came, went, or is in another shop now. */
const tell = (): void => channel?.("changed");

/** Another window changed who has this phone: this one does the same. A shared phone's windows speak of their turns. */
async function hear(): Promise<void> {
  if (phone.peek()) return;
  const held = (await readSession().catch(() => current.peek())) ?? null;
  const before = current.peek();
  // What stands in this window's memory belongs to who had it.
  if (before && held?.person.id !== before.person.id) return restart();
  refused.value = false;
  if (JSON.stringify(held) !== JSON.stringify(before)) current.value = held;
}

/** Ask the server whether the session still holds. A 401 marks it; nothing is ever wiped by it. */
export async function checkSession(): Promise<void> {
  if (phone.peek()) return bringTurns().then(({ checkPhone }) => checkPhone());
  try {
    await adopt(await fetchSession());
    noteReach("answered");
  } catch (cause) {
    noteReach(cause);
    if (cause instanceof NetError && cause.status === 401) refuse(cause);
    else log.info("session not checked", cause);
  }
}

function refuse(cause: NetError): void {
  if (!current.peek()) return;
  refused.value = true;
  if (cause.problem?.code === "session-revoked") mark(true);
}

function mark(isEnded: boolean): void {
  if (ended.peek() === isEnded) return;
  ended.value = isEnded;
  saveSetting(ENDED, isEnded ? "1" : "").catch((cause: unknown) => log.warn("the end is not kept", cause));
}

/** Trade an invitation for a session; on a shared phone with a code. Then go to `next`. */
export const enrolDevice = (invitation: string, name: string, pin: string | undefined, next: string): Promise<void> =>
  import("./entering").then(({ enter }) => enter(invitation, name, pin, next));

export const enterAs = async (role: Role): Promise<void> => adopt(await enterDemonstration(role));

/** Hold a session that the server has given, or has confirmed. */
export async function adopt(next: Session): Promise<void> {
  refused.value = false;
  mark(false);
  if (JSON.stringify(next) === JSON.stringify(current.peek())) return;
  // Without storage the session lasts as long as the page; the cookie brings it back at the next start.
  await saveSession(next).catch((cause: unknown) => log.error("session not kept on this phone", cause));
  current.value = next;
  tell();
}

/** Leave the shop on this phone. Without a network the phone forgets, and the manager can revoke the session. */
export async function signOut(): Promise<void> {
  try {
    await endSession();
  } catch (cause) {
    log.warn("the server was not told of the sign-out", cause);
  }
  await forgetSession();
  await forgetViews("");
  current.value = null;
  refused.value = false;
  mark(false);
  tell();
}
