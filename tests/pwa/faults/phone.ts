/** A phone without a screen: the application's own storage and sender, driven by the fault tests in a real browser. */
import { readOutbox, readSetAside, readTally, record, saveSession } from "../../../pwa/src/db";
import { withDatabase } from "../../../pwa/src/db/open";
import type { Session } from "../../../pwa/src/lib/api";
import { localTime } from "../../../pwa/src/lib/localTime";
import { audit, audited } from "../../../pwa/src/state/audit";
import { refreshStock } from "../../../pwa/src/state/catalogue";
import { flush, note, sendAgain, setAside, startOutbox, unsentCount } from "../../../pwa/src/state/outbox";
import { session, startSession } from "../../../pwa/src/state/session";
import { followStock, recordCount, recordDelta, stock, type Why } from "../../../pwa/src/state/stock";
import { refreshTryOns, tryOns } from "../../../pwa/src/state/tryOns";

const REF = "millet-ld-trilogy-gtx-jacket";
const SAVED = "/faults/saved";

/** A try-on that can be told from all others: `usual` says nothing where `advised` is given. */
const tryOn = (mark: string) => ({
  ref: REF,
  size_tried: "M",
  advised: "M",
  usual: { system: "mark", size: mark },
  verdict: "larger",
});

/** What the application has called saved, and when; without a network the test hears of it with the next one. */
const untold: string[] = [];

/** Tell the test what was saved. A page that dies before it could say so has promised nothing to anybody. */
async function tellSaved(mark: string): Promise<void> {
  untold.push(`${mark} ${Date.now()}`);
  await tellRest();
}

async function tellRest(): Promise<void> {
  const told = untold.slice();
  const heard = await fetch(SAVED, { method: "POST", body: told.join("\n"), keepalive: true }).catch(() => null);
  if (heard?.ok) untold.splice(0, told.length);
}

const pauseOf = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * 2 * ms));

const phone = {
  ready: false,
  notes: 0,
  /** True when the work is to end after the note that is being written. */
  enough: false,
  async start(session?: Session): Promise<void> {
    if (session) await saveSession(session);
    await startSession();
    followStock();
    await startOutbox();
    phone.ready = true;
  },
  async note(mark: string): Promise<void> {
    await note("try-on", tryOn(mark));
    await tellSaved(mark);
    phone.notes += 1;
  },
  /** Record as another build does, whose try-ons have another form. */
  async noteAs(format: number, mark: string, more: Record<string, unknown>): Promise<void> {
    const holder = session.peek();
    if (!holder) throw new TypeError("nobody is here");
    const at = localTime(new Date());
    const payload = { ...tryOn(mark), ...more };
    await record({ kind: "try-on", format, payload, at, author: holder.person.id, shop: holder.shop.id });
    await tellSaved(mark);
    await flush();
  },
  /** Send what was refused again, as a person does with one tap. */
  again: () => sendAgain(setAside.peek()),
  /** Record one after the other until the marks are used up or the page dies. */
  async work(prefix: string, from: number, to: number, ms: number): Promise<void> {
    for (let number = from; number < to && !phone.enough; number += 1) {
      await phone.note(`${prefix}-${number}`);
      if (ms > 0) await pauseOf(ms);
    }
  },
  /** Say something of the stock, or of a size that was tried on. */
  async say(what: "count" | "delta" | "try-on", of: string, amount: number, why?: Why): Promise<void> {
    if (what === "count") await recordCount(of, amount);
    else if (what === "delta") await recordDelta(of, amount, why ?? "correction");
    else await phone.note(of);
  },
  /** Ask for what all phones of the shop said. */
  async pull(shop: string): Promise<void> {
    await Promise.all([refreshStock(shop).catch(() => {}), refreshTryOns(shop)]);
  },
  /** What this phone shows of the shop, without the moment of asking. */
  shown: () => ({ levels: stock.value?.levels ?? null, try_ons: tryOns.value?.try_ons ?? null }),
  /** Compare with the server; return how many numbers no side has. */
  async audit(): Promise<number | undefined> {
    await audit();
    return audited.value?.missing;
  },
  device: async () => (await readTally()).device,
  ids: async () => (await readOutbox()).map(({ id }) => id),
  /** Lose an event that waits, as a broken storage would. */
  forget: (id: string) => withDatabase((database) => database.delete("outbox", id)),
  tellRest,
  /** How much waits, as this window shows it. */
  seen: () => unsentCount.peek(),
  waiting: async () => (await readOutbox()).length,
  aside: async () => (await readSetAside()).map(({ reason }) => reason),
};

declare global {
  interface Window {
    phone: typeof phone;
  }
}
window.phone = phone;
