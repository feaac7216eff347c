/** Somebody published other facts meanwhile: one's own changes laid over them, and where both changed the same. */
import { type Form, LISTS, PLAIN, same, TEXTS } from "./form";

/** A field that both changed: what was, what the other made of it, what this form says. */
export interface Overlap {
  field: string;
  theirs: unknown;
  mine: unknown;
}

export interface Rebased {
  form: Form;
  /** Fields that the other changed and this form did not: taken over. */
  taken: readonly string[];
  /** Fields that both changed otherwise: this form's stand, and are shown beside the other's. */
  overlaps: readonly Overlap[];
}

type Values = Readonly<Record<string, unknown>>;
const DEEP = ["attributes", "variants", "prices", ...TEXTS] as const;
const FLAT = [...PLAIN, ...LISTS, "demonstration"] as const;

/** Lay what a form changed over newer facts; nothing of either is lost unseen. */
export function rebase(base: Form, mine: Form, theirs: Form): Rebased {
  const taken: string[] = [];
  const overlaps: Overlap[] = [];
  const pick = (field: string, was: unknown, own: unknown, other: unknown): unknown => {
    if (same(was, other)) return own;
    if (same(was, own)) taken.push(field);
    else if (!same(own, other)) overlaps.push({ field, theirs: other, mine: own });
    return same(was, own) ? other : own;
  };
  const form: Record<string, unknown> = { ...theirs };
  for (const name of FLAT) form[name] = pick(name, base[name], mine[name], theirs[name]);
  for (const name of DEEP) form[name] = deep(name, base[name], mine[name], theirs[name], pick);
  return { form: form as unknown as Form, taken, overlaps };
}

function deep(
  name: string,
  base: Values,
  mine: Values,
  theirs: Values,
  pick: (field: string, was: unknown, own: unknown, other: unknown) => unknown,
): Values {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)]);
  const stem = name === "attributes" ? "properties" : name;
  const found = [...keys].map((key): [string, unknown] => [
    key,
    pick(`${stem}.${key}`, base[key], mine[key], theirs[key]),
  ]);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}
