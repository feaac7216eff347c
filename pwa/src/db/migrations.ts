/**
 * How the stores came to be, oldest first. Only ever add at the end: phones are at every step of this list.
 *
 * A step adds stores and indexes and takes nothing away: the build before works on them too, after a rollback.
 */
import type { IDBPDatabase } from "idb";
import type { Schema } from "./schema";

export interface Migration {
  version: number;
  migrate: (database: IDBPDatabase<Schema>) => void;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    migrate(database) {
      // Whole documents, swapped in one write: a reader sees the old one or the new one, never half of each.
      database.createObjectStore("snapshot");
      database.createObjectStore("stock");
      database.createObjectStore("session");
      database.createObjectStore("settings");
      database.createObjectStore("customer");
    },
  },
  {
    version: 2,
    migrate(database) {
      database.createObjectStore("speech");
    },
  },
  {
    version: 3,
    migrate(database) {
      database.createObjectStore("outbox", { keyPath: "id" }).createIndex("seq", "seq");
      database.createObjectStore("set_aside", { keyPath: "event.id" });
      database.createObjectStore("device");
      database.createObjectStore("try_ons");
    },
  },
  {
    version: 4,
    migrate(database) {
      database.createObjectStore("visit");
      database.createObjectStore("over", { keyPath: "id" });
      database.createObjectStore("day", { keyPath: "id" });
      database.createObjectStore("drafts");
      database.createObjectStore("questions");
      database.createObjectStore("range_seen");
      database.createObjectStore("evidence", { keyPath: "id" });
      database.createObjectStore("phone");
      database.createObjectStore("verifiers");
      database.createObjectStore("changes");
      database.createObjectStore("heard");
    },
  },
  {
    version: 5,
    migrate(database) {
      database.createObjectStore("training");
      database.createObjectStore("reviews");
    },
  },
];

export const VERSION = MIGRATIONS.at(-1)?.version ?? 1;
