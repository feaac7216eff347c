/** Who holds this phone, and in which shop. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { forgetSession, readSession, saveSession } from "../db";
import { endSession, enrol, enterDemonstration, fetchSession, type Role, type Session } from "../lib/api";
import { log } from "../lib/log";
import { NetError } from "../lib/net";
import { noteReach } from "./online";

const current = signal<Session | null>(null);
const refused = signal(false);

export const session: ReadonlySignal<Session | null> = current;
/** The server no longer knows this session. What is on the phone stays usable; sending needs a new invitation. */
export const sessionEnded: ReadonlySignal<boolean> = refused;
export const shopId = computed(() => current.value?.shop.id ?? null);

export async function startSession(): Promise<void> {
  current.value = (await readSession()) ?? null;
}

/** Ask the server whether the session still holds. A 401 marks it; nothing is ever wiped by it. */
export async function checkSession(): Promise<void> {
  try {
    await adopt(await fetchSession());
    noteReach("answered");
  } catch (cause) {
    noteReach(cause);
    if (cause instanceof NetError && cause.status === 401) refused.value = current.value !== null;
    else log.info("session not checked", cause);
  }
}

export const enrolDevice = async (invitation: string, name: string): Promise<void> =>
  adopt(await enrol(invitation, name));

export const enterAs = async (role: Role): Promise<void> => adopt(await enterDemonstration(role));

async function adopt(next: Session): Promise<void> {
  refused.value = false;
  if (JSON.stringify(next) === JSON.stringify(current.peek())) return;
  // Without storage the session lasts as long as the page; the cookie brings it back at the next start.
  await saveSession(next).catch((cause: unknown) => log.error("session not kept on this phone", cause));
  current.value = next;
}

/** Leave the shop on this phone. Without a network the phone forgets, and the manager can revoke the session. */
export async function signOut(): Promise<void> {
  try {
    await endSession();
  } catch (cause) {
    log.warn("the server was not told of the sign-out", cause);
  }
  await forgetSession();
  current.value = null;
  refused.value = false;
}
