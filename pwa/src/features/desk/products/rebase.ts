/** Somebody published other facts meanwhile: one's own changes laid over them, and where both changed the same. */
import { type Form, LISTS, PLAIN, same, TEXTS } from "./form";

/** A field that others changed: what was, what they made of it, what this form says. */
export interface Overlap {
  field: string;
  was: unknown;
  theirs: unknown;
  mine: unknown;
}

export type Side = "mine" | "theirs";
/** By field, whose value stands where both changed it. */
export type Chosen = Readonly<Record<string, Side>>;

export interface Rebased {
  form: Form;
  /** Fields that the other changed and this form did not: taken over. */
  taken: readonly Overlap[];
  /** Fields that both changed otherwise: a person chooses between them; this form's stand until then. */
  overlaps: readonly Overlap[];
}

type Values = Readonly<Record<string, unknown>>;
type Pick = (field: string, was: unknown, own: unknown, other: unknown) => unknown;
const DEEP = ["attributes", "variants", "prices", ...TEXTS] as const;
const FLAT = [...PLAIN, ...LISTS, "demonstration"] as const;

/** Lay what a form changed over newer facts; nothing of either is lost unseen. */
export function rebase(base: Form, mine: Form, theirs: Form, chosen: Chosen = {}): Rebased {
  const taken: Overlap[] = [];
  const overlaps: Overlap[] = [];
  const pick: Pick = (field, was, own, other) => {
    if (same(was, other)) return own;
    const found = { field, was, theirs: other, mine: own };
    if (same(was, own)) taken.push(found);
    else if (!same(own, other)) overlaps.push(found);
    return same(was, own) || chosen[field] === "theirs" ? other : own;
  };
  const form: Record<string, unknown> = { ...theirs };
  for (const name of FLAT) form[name] = pick(name, base[name], mine[name], theirs[name]);
  for (const name of DEEP) form[name] = deep(name, base[name], mine[name], theirs[name], pick);
  return { form: form as unknown as Form, taken, overlaps };
}

function deep(name: string, base: Values, mine: Values, theirs: Values, pick: Pick): Values {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)]);
  const stem = name === "attributes" ? "properties" : name;
  const found = [...keys].map((key): [string, unknown] => [
    key,
    pick(`${stem}.${key}`, base[key], mine[key], theirs[key]),
  ]);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}
