/** Looks at what waits that cost the same however much it is. */
import { withDatabase } from "./open";
import type { Device } from "./schema";
import { inTime } from "./writing";

export interface Standing {
  /** How many events wait, and how many were refused. */
  waiting: number;
  aside: number;
  /** The device and the last number that it gave out: another one, and something was recorded since. */
  last: string;
}

const STORES = ["outbox", "set_aside", "device"] as const;

export const readStanding = (): Promise<Standing> =>
  inTime(
    withDatabase(async (database) => {
      const transaction = database.transaction(STORES);
      const [waiting, aside, device] = await Promise.all([
        transaction.objectStore("outbox").count(),
        transaction.objectStore("set_aside").count(),
        transaction.objectStore("device").get("current"),
      ]);
      return { waiting, aside, last: lastOf(device) };
    }),
  );

/** Name a number of a device: no other event of this phone has it. */
export const lastOf = (of: Pick<Device, "id" | "seq"> | undefined): string => (of ? `${of.id} ${of.seq}` : "");

/** The device of such a name; "" where nothing was recorded yet. */
export const deviceOf = (last: string): string => last.split(" ")[0] ?? "";

/** The ids of what still waits under numbers from the first to the last: no content is read. */
export const readWaitingIds = (first: number, last: number): Promise<string[]> =>
  inTime(withDatabase((database) => database.getAllKeysFromIndex("outbox", "seq", IDBKeyRange.bound(first, last))));
