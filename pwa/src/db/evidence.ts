/** What this phone can account for, number by number: what waits, what is aside, and what became of the rest. */
import { withDatabase } from "./open";
import { newDevice } from "./outbox";
import type { Device, Evidence, OutboxEvent, SetAside } from "./schema";
import { inTime, STRICT, together } from "./writing";

/** So much evidence is kept, and for so long. */
const KEPT = 500;
const KEPT_MS = 30 * 86_400_000;

export interface Tally {
  device: Device;
  /** All that waits, whoever recorded it and under whichever id of this phone. */
  waiting: OutboxEvent[];
  aside: SetAside[];
  evidence: Evidence[];
}

const STORES = ["device", "outbox", "set_aside", "evidence"] as const;

/** Read all of it as it stands in one moment. A phone without an id gets one: so it can say that it is here. */
export function readTally(): Promise<Tally> {
  return inTime(
    withDatabase(async (database) => {
      const transaction = database.transaction(STORES, "readwrite", STRICT);
      transaction.done.catch(() => {});
      const devices = transaction.objectStore("device");
      const [known, waiting, aside, evidence] = await Promise.all([
        devices.get("current"),
        transaction.objectStore("outbox").getAll(),
        transaction.objectStore("set_aside").getAll(),
        transaction.objectStore("evidence").getAll(),
      ]);
      const device = known ?? newDevice();
      await together(transaction, known ? [] : [() => devices.put(device, "current")]);
      return { device, waiting, aside, evidence };
    }),
  );
}

/**
 * Begin anew under another id, for the old one's numbers are used elsewhere. What waits keeps its id and number.
 *
 * Nothing happens where another window has done it already.
 */
export function renewDevice(old: string): Promise<void> {
  return inTime(
    withDatabase(async (database) => {
      const transaction = database.transaction("device", "readwrite", STRICT);
      transaction.done.catch(() => {});
      const isOld = (await transaction.store.get("current"))?.id === old;
      await together(transaction, isOld ? [() => transaction.store.put(newDevice(), "current")] : []);
    }),
  );
}

/** Let go of the oldest evidence of deliveries; of what was taken out, the number stays known. */
export function pruneEvidence(now = Date.now()): Promise<void> {
  return inTime(
    withDatabase(async (database) => {
      const transaction = database.transaction(["device", "evidence"], "readwrite");
      transaction.done.catch(() => {});
      const devices = transaction.objectStore("device");
      const kept = transaction.objectStore("evidence");
      const [device, evidence] = await Promise.all([devices.get("current"), kept.getAll()]);
      const old = outdated(evidence, now);
      const floor = Math.max(
        device?.floor ?? 1,
        ...old.filter((one) => one.device === device?.id).map(({ seq }) => seq + 1),
      );
      await together(transaction, [
        ...old.map(
          ({ id }) =>
            () =>
              kept.delete(id),
        ),
        ...(device?.floor !== undefined && floor > device.floor
          ? [() => devices.put({ ...device, floor }, "current")]
          : []),
      ]);
    }),
  );
}

/** The lowest numbers first, so that what is left reaches from a floor up without a hole. */
function outdated(evidence: readonly Evidence[], now: number): Evidence[] {
  const delivered = evidence.filter(({ how }) => how === "delivered").sort((a, b) => a.seq - b.seq);
  const fresh = delivered.findIndex(({ at }, place) => {
    const isRecent = now - Date.parse(at) <= KEPT_MS;
    return delivered.length - place <= KEPT && isRecent;
  });
  return fresh < 0 ? delivered : delivered.slice(0, fresh);
}
