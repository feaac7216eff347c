/** Which criteria a situation makes active, found by what they ask for instead of trying each. */
import type { Criterion, Finder, Scalar } from "../catalogue/types";
import { type Context, holds } from "./needs";

/** Criteria by the value that one key of their condition must have; those without a condition stand under null. */
interface Plan {
  key: string | null;
  byValue: Map<Scalar | null, number[]>;
}

const plans = new WeakMap<Finder, Map<string, Plan[]>>();

/** The criteria of the family whose conditions hold, in the order of the finder. */
export function criteriaIn(finder: Finder, family: string, context: Context): number[] {
  const found = (plansOf(finder).get(family) ?? []).flatMap((plan) => {
    const met = plan.key === null ? null : (context[plan.key] ?? null);
    return plan.byValue.get(met) ?? [];
  });
  return found.filter((index) => holds((finder.criteria[index] as Criterion).when, context)).sort((a, b) => a - b);
}

function plansOf(finder: Finder): Map<string, Plan[]> {
  let made = plans.get(finder);
  if (made === undefined) {
    const { active } = finder.parameters;
    made = new Map(Object.entries(active).map(([family, indexes]) => [family, planOf(finder, indexes)]));
    plans.set(finder, made);
  }
  return made;
}

/** Of a condition's keys the level of need tells most apart: a criterion is compiled once for each level. */
function planOf({ criteria }: Finder, indexes: readonly number[]): Plan[] {
  const made = new Map<string | null, Plan>();
  for (const index of indexes) {
    const when = criteria[index]?.when ?? {};
    const keys = Object.keys(when);
    const key = keys.find((name) => name.startsWith("need.")) ?? keys[0] ?? null;
    const plan = made.get(key) ?? { key, byValue: new Map() };
    made.set(key, plan);
    for (const value of key === null ? [null] : new Set(when[key])) {
      plan.byValue.set(value, [...(plan.byValue.get(value) ?? []), index]);
    }
  }
  return [...made.values()];
}
