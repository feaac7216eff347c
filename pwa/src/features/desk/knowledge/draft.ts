/** What is to be said otherwise and is not yet tried out; it stays on this device until then. */
import { computed } from "@preact/signals";
import type { KnowledgeChange, KnownField, Part } from "../../../lib/apiKnowledge";
import { heldDrafts } from "../../../state/heldDrafts";

/** There is one knowledge, so its draft needs no name of its own. */
const ALL = "all";
const isValue = (value: unknown): value is string | null => value === null || typeof value === "string";
const drafted = heldDrafts("knowledge", () => "", isValue);

const keyOf = (part: Part, id: string, field: string): string => [part, id, field].join("/");

/** The changes as they are sent. */
export const changes = computed((): KnowledgeChange[] =>
  [...drafted.of(ALL)].map(([key, value]) => {
    const [part = "", id = "", field = ""] = key.split("/");
    return { part: part as Part, id, field, value };
  }),
);

/** What a field would say. */
export function said(part: Part, id: string, known: KnownField): string {
  const draft = drafted.of(ALL).get(keyOf(part, id, known.field));
  if (draft === null) return known.house ?? known.value;
  return draft ?? known.value;
}

/** Say a field otherwise; what already holds is no change, what the house says puts it back. */
export function say(part: Part, id: string, known: KnownField, value: string): void {
  const key = keyOf(part, id, known.field);
  drafted.edit(ALL, (now) => {
    const next = new Map(now);
    if (value === known.value) next.delete(key);
    else next.set(key, value === known.house ? null : value);
    return next;
  });
}

export const isDrafted = (part: Part, id: string): boolean =>
  [...drafted.of(ALL).keys()].some((key) => key.startsWith(`${part}/${id}/`));

export const isSafe = (): boolean => drafted.isSafe(ALL);

/** Resolves once nothing is drafted, here and on the device. */
export const forget = (): Promise<void> => drafted.forget(ALL);
