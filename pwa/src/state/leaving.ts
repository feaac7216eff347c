/** Before somebody leaves the shop on this phone: what waits is brought, as far as it can be. */
import { audit } from "./audit";
import { flush, isMine, look, unsent } from "./outbox";
import { signOut } from "./session";

/** Who wants to leave is not held up by a network that does not answer. */
const FAREWELL_MS = 5_000;

/** Try once more to send; resolves with how many of this person's records remain on the phone. Never throws. */
export async function lastSending(): Promise<number> {
  await soon(flush());
  return unsent.peek().filter(isMine).length;
}

/**
 * Leave. What has not been sent stays on the phone under its author: nobody else reads it, sends it as their own or
 * wipes it, and it leaves when its author comes back by an invitation in their name.
 */
export async function leave(): Promise<void> {
  // The manager's list then says what remained.
  await soon(audit());
  await signOut();
  await look().catch(() => {});
}

const soon = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, FAREWELL_MS))]);
