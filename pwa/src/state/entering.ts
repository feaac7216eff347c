/** Coming in by an invitation: on a phone of one's own, or on one that people share. */
import { forgetPhone, forgetViews, keepVerifiers, savePhone, saveSession, saveVerifier } from "../db";
import type { Opened, Session } from "../lib/api";
import { enrol, fetchPhone } from "../lib/apiPhone";
import { log } from "../lib/log";
import { restart } from "../lib/restart";
import { navigate } from "../lib/router";
import { phone, showPhone } from "./phone";
import { adopt } from "./session";
import { peopleOf } from "./turns";
import { makeVerifier, newGuard } from "./verifier";

export async function enter(invitation: string, name: string, pin: string | undefined, next: string): Promise<void> {
  const { key, ...session } = await enrol(invitation, name, pin);
  if (session.phone && key && pin) {
    await takeUp(session, session.phone, key, pin);
    navigate(next, { replace: true });
    // Whoever had the phone before left their views in the page's memory.
    return restart();
  }
  if (phone.peek()) {
    await forgetPhone();
    showPhone(null);
  }
  await adopt(session);
  navigate(next, { replace: true });
}

/** Become a shared phone, or stay one with somebody more. */
async function takeUp(session: Session, shared: NonNullable<Opened["phone"]>, key: string, pin: string): Promise<void> {
  const before = phone.peek();
  const isKnown = before?.id === shared.id;
  if (!before) await forgetViews("");
  if (!isKnown) await keepVerifiers([]);
  const guard = before?.guard ?? (await newGuard());
  const verifier = guard && (await makeVerifier(session.person.role, pin, guard));
  if (verifier) await saveVerifier(session.person.id, verifier);
  await savePhone({
    ...shared,
    shop: session.shop,
    people: await known(session, isKnown ? before.people : []),
    key,
    touched_at: new Date().toISOString(),
    leaving: isKnown ? before.leaving.filter((id) => id !== session.person.id) : [],
    ...(guard ? { guard } : {}),
  });
  await saveSession(session);
}

async function known({ person }: Session, before: ReturnType<typeof peopleOf>): Promise<ReturnType<typeof peopleOf>> {
  try {
    return peopleOf(await fetchPhone());
  } catch (cause) {
    log.info("the people of this phone come later", cause);
    return [...before.filter(({ id }) => id !== person.id), { ...person, tries_left: 5 }];
  }
}
