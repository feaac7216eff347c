/** The words of a refused event on their way through a form: from its payload, and back into one. */
import type { OutboxEvent } from "../../db";
import type { Field } from "./kinds";

type Payload = OutboxEvent["payload"];
export type Draft = Record<string, string>;

export function draftOf(fields: readonly Field[], payload: Payload): Draft {
  return Object.fromEntries(fields.map(({ name }) => [name, written(payload[name])]));
}

const written = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** The name of the first field that is not yet right, or null. */
export function wrongField(fields: readonly Field[], draft: Draft): string | null {
  return fields.find((field) => !isRight(field, (draft[field.name] ?? "").trim()))?.name ?? null;
}

function isRight({ type, optional, options }: Field, value: string): boolean {
  if (value === "") return optional === true;
  if (type === "number") return /^[-−]?\d{1,9}$/.test(value);
  return type !== "choice" || options?.some((option) => option.value === value) === true;
}

/** Put what was written in the place of what was said; the rest stays. */
export function corrected(fields: readonly Field[], payload: Payload, draft: Draft): Payload {
  const said = fields.map((field) => [field.name, read(field, (draft[field.name] ?? "").trim())] as const);
  return { ...payload, ...Object.fromEntries(said) };
}

function read({ type }: Field, value: string): string | number | null {
  if (value === "") return null;
  return type === "number" ? Number(value.replace("−", "-")) : value;
}
