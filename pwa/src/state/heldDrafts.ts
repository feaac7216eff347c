/** A room's changes by key: shown at once, kept on this device with every one of them. */
import { type Signal, signal } from "@preact/signals";
import { type Draftable, deskDraft, dropDeskDraft, keepDeskDraft } from "./deskDrafts";

type Changes<V> = ReadonlyMap<string, V>;

export interface HeldDrafts<V> {
  /** What is drafted under an id; the first look also brings what was kept here before. */
  of: (id: string) => Changes<V>;
  /** Change what is drafted; nothing left is no draft. */
  edit: (id: string, next: (now: Changes<V>) => Changes<V>) => void;
  forget: (id: string) => Promise<void>;
  /** Whether the last change under an id is safe on this device. */
  isSafe: (id: string) => boolean;
  /** Resolves once what was kept under an id is shown. */
  opened: (id: string) => Promise<void>;
}

interface Held<V> {
  changes: Signal<Changes<V>>;
  safe: Signal<boolean>;
  opened: Promise<void>;
  /** The writing under way; the next one begins after it, with what is drafted then. */
  writing: Promise<void> | null;
  again: boolean;
}

/**
 * Drafts of one kind. `nameOf` says what an id's draft is about, for lists; `isValue` tells a value of this build from
 * one that an older build wrote, which is passed over.
 */
export function heldDrafts<V>(
  kind: Draftable,
  nameOf: (id: string) => string,
  isValue: (value: unknown) => value is V,
): HeldDrafts<V> {
  const all = new Map<string, Held<V>>();
  const held = (id: string): Held<V> => {
    const known = all.get(id);
    if (known) return known;
    const changes = signal<Changes<V>>(new Map());
    const opened = deskDraft(kind, id).then((draft) => {
      const kept = entries(draft?.content, isValue);
      // What was typed meanwhile stands over what was kept.
      if (kept.length) changes.value = new Map([...kept, ...changes.peek()]);
    });
    const made: Held<V> = { changes, opened, safe: signal(true), writing: null, again: false };
    all.set(id, made);
    return made;
  };
  const write = async (id: string, one: Held<V>): Promise<void> => {
    await one.opened;
    do {
      one.again = false;
      const now = one.changes.peek();
      const draft = { name: nameOf(id), count: now.size, content: [...now] };
      if (now.size === 0) await dropDeskDraft(kind, id);
      const done = now.size === 0 || (await keepDeskDraft(kind, id, draft));
      if (!one.again) one.safe.value = done;
    } while (one.again);
    one.writing = null;
  };
  const keep = (id: string, one: Held<V>): Promise<void> => {
    one.safe.value = false;
    one.again = true;
    one.writing ??= write(id, one);
    return one.writing;
  };
  return {
    of: (id) => held(id).changes.value,
    isSafe: (id) => held(id).safe.value,
    opened: (id) => held(id).opened,
    edit: (id, next) => {
      const one = held(id);
      one.changes.value = next(one.changes.peek());
      void keep(id, one);
    },
    forget: async (id) => {
      const one = held(id);
      await one.opened;
      one.changes.value = new Map();
      await keep(id, one);
    },
  };
}

function entries<V>(content: unknown, isValue: (value: unknown) => value is V): [string, V][] {
  if (!Array.isArray(content)) return [];
  return content.filter((each): each is [string, V] => typeof each?.[0] === "string" && isValue(each[1]));
}
