/** What is to be said otherwise and is not yet tried out; it stays while one looks around the desk. */
import { computed, signal } from "@preact/signals";
import type { KnowledgeChange, KnownField, Part } from "../../../lib/apiKnowledge";

const drafted = signal<ReadonlyMap<string, string | null>>(new Map());

const keyOf = (part: Part, id: string, field: string): string => [part, id, field].join("/");

/** The changes as they are sent. */
export const changes = computed((): KnowledgeChange[] =>
  [...drafted.value].map(([key, value]) => {
    const [part = "", id = "", field = ""] = key.split("/");
    return { part: part as Part, id, field, value };
  }),
);

/** What a field would say. */
export function said(part: Part, id: string, known: KnownField): string {
  const draft = drafted.value.get(keyOf(part, id, known.field));
  if (draft === null) return known.house ?? known.value;
  return draft ?? known.value;
}

/** Say a field otherwise; what already holds is no change, what the house says puts it back. */
export function say(part: Part, id: string, known: KnownField, value: string): void {
  const next = new Map(drafted.peek());
  const key = keyOf(part, id, known.field);
  if (value === known.value) next.delete(key);
  else next.set(key, value === known.house ? null : value);
  drafted.value = next;
}

export const isDrafted = (part: Part, id: string): boolean =>
  [...drafted.value.keys()].some((key) => key.startsWith(`${part}/${id}/`));

export const forget = (): void => {
  drafted.value = new Map();
};
