/** The one connection to IndexedDB, opened again where the browser closed it behind our back. */
import { type IDBPDatabase, openDB } from "idb";
import { log } from "../lib/log";
import { isFull } from "./full";
import { MIGRATIONS, VERSION } from "./migrations";
import type { Schema } from "./schema";

const NAME = "cordee";

let opening: Promise<IDBPDatabase<Schema>> | undefined;

function connect(): Promise<IDBPDatabase<Schema>> {
  opening ??= open(VERSION)
    .catch((cause: unknown) => {
      if (!isNewer(cause)) throw cause;
      log.warn("the database is of a newer build, used as it is");
      return open();
    })
    .catch((cause: unknown) => {
      opening = undefined;
      throw cause;
    });
  return opening;
}

/** Open the database at a version; without one, as it stands. */
const open = (version?: number): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(NAME, version, {
    upgrade(database, from) {
      for (const step of MIGRATIONS) if (step.version > from) step.migrate(database);
    },
    blocking(_now, _next, event) {
      // Another tab brings a newer version: let go, or it waits for ever.
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
    terminated() {
      opening = undefined;
    },
  });

/**
 * A newer build has been here: it was rolled back, or runs in another window.
 *
 * Migrations only ever add, so that an older build finds all its stores as it left them.
 */
const isNewer = (cause: unknown): boolean => cause instanceof DOMException && cause.name === "VersionError";

/** Close the connection; the next use opens it again, even where this one was never opened to the end. */
export async function disconnect(): Promise<void> {
  const held = opening;
  opening = undefined;
  (await held?.catch(() => undefined))?.close();
}

/**
 * Do one piece of work with the database.
 *
 * Phones close the connection in the background (InvalidStateError) or lose the storage process (UnknownError): then it
 * is opened again and the work done once more.
 */
export async function withDatabase<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  try {
    return await work(await connect());
  } catch (cause) {
    if (!isLost(cause)) throw cause;
    log.warn("database connection lost, opening again", cause);
    await disconnect();
    return again(work, cause);
  }
}

async function again<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>, before: unknown): Promise<T> {
  try {
    return await work(await connect());
  } catch (cause) {
    // Of a full disk only the first failure says so; the connection that it costs is then refused without a reason.
    throw isFull(before) ? before : cause;
  }
}

function isLost(cause: unknown): boolean {
  return cause instanceof DOMException && (cause.name === "InvalidStateError" || cause.name === "UnknownError");
}
