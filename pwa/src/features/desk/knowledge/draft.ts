/** What is to be said otherwise and is not yet tried out; it stays on this device until then. */
import { computed, signal } from "@preact/signals";
import type { KnowledgeChange, KnownField, Part } from "../../../lib/apiKnowledge";
import { isRecord } from "../../../lib/net";
import { heldDrafts } from "../../../state/heldDrafts";

/** What a field is to say (null: what the house says), and what held when it was typed. */
interface Drafted {
  value: string | null;
  was: string;
}

/** There is one knowledge, so its draft needs no name of its own. */
const ALL = "all";
const isDraft = (value: unknown): value is Drafted =>
  isRecord(value) && typeof value.was === "string" && (value.value === null || typeof value.value === "string");
const drafted = heldDrafts("knowledge", () => "", isDraft);
/** What the server said of a field that it refused, by the field's key. */
const refused = signal<ReadonlyMap<string, string>>(new Map());

const keyOf = (part: Part, id: string, field: string): string => [part, id, field].join("/");

/** The changes as they are sent. */
export const changes = computed((): KnowledgeChange[] =>
  [...drafted.of(ALL)].map(([key, { value, was }]) => {
    const [part = "", id = "", field = ""] = key.split("/");
    return { part: part as Part, id, field, value, was };
  }),
);

/** What a field would say. */
export function said(part: Part, id: string, known: KnownField): string {
  const draft = drafted.of(ALL).get(keyOf(part, id, known.field));
  if (draft?.value === null) return known.house ?? known.value;
  return draft?.value ?? known.value;
}

/** What held when a field was typed, where somebody has published something else since. */
export function overtaken(part: Part, id: string, known: KnownField): string | undefined {
  const draft = drafted.of(ALL).get(keyOf(part, id, known.field));
  return draft && draft.was !== known.value ? draft.was : undefined;
}

/** Say a field otherwise; what already holds is no change, what the house says puts it back. */
export function say(part: Part, id: string, known: KnownField, value: string): void {
  const key = keyOf(part, id, known.field);
  refused.value = new Map([...refused.peek()].filter(([wrong]) => wrong !== key));
  drafted.edit(ALL, (now) => {
    const next = new Map(now);
    if (value === known.value) next.delete(key);
    else next.set(key, { value: value === known.house ? null : value, was: known.value });
    return next;
  });
}

/** Whether something of a thing is drafted; a question's answers are part of it. */
export const isDrafted = (part: Part, id: string): boolean => [...drafted.of(ALL).keys()].some(isOf(part, id));
const isOf = (part: Part, id: string) => (key: string) =>
  key.startsWith(`${part}/${id}/`) || (part === "question" && key.startsWith(`answer/${id}.`));

export const isSafe = (): boolean => drafted.isSafe(ALL);

/** Note what the server said of each change it refused, by their places in what was sent. */
export function refuse(sent: readonly KnowledgeChange[], told: readonly { field: string; message: string }[]): void {
  refused.value = new Map(
    told.flatMap(({ field, message }): [string, string][] => {
      const change = sent[Number(/^changes\.(\d+)/.exec(field)?.[1])];
      return change ? [[keyOf(change.part, change.id, change.field), message]] : [];
    }),
  );
}

export const refusalOf = (part: Part, id: string, field: string): string | undefined =>
  refused.value.get(keyOf(part, id, field));

export const refusals = (): number => refused.value.size;

/** Whether one of a thing's fields was refused. */
export const isRefused = (part: Part, id: string): boolean => [...refused.value.keys()].some(isOf(part, id));

/** Resolves once nothing is drafted, here and on the device. */
export function forget(): Promise<void> {
  refused.value = new Map();
  return drafted.forget(ALL);
}
