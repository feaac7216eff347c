/** What tells pieces apart for this need: how much each property and gauge moved their scores apart. Pure. */
import type { Finder } from "../../catalogue/types";
import type { Why } from "../../finder";

/** By property or gauge: the largest weighted difference of degrees between the pieces; nothing where nothing differs. */
export function decidingBy(finder: Finder, whys: readonly Why[]): Map<string, number> {
  const found = new Map<string, number>();
  const raise = (name: string, spread: number) => found.set(name, Math.max(found.get(name) ?? 0, spread));
  for (const { id, gauge, properties } of finder.criteria) {
    const spread = spreadOf(finder, whys, id);
    if (spread > 0) for (const name of gauge === null ? properties : [gauge]) raise(name, spread);
  }
  // The figure that a gauge is read from stands beside it.
  for (const { gauge, figures } of finder.comparing?.axes ?? []) {
    const spread = found.get(gauge ?? "") ?? 0;
    if (spread > 0) for (const { property } of figures) raise(property, spread);
  }
  return found;
}

function spreadOf(finder: Finder, whys: readonly Why[], code: string): number {
  const { unknown_degree } = finder.parameters;
  const held = whys.flatMap(({ criteria }) => criteria.find((one) => one.code === code) ?? []);
  if (held.length < 2) return 0;
  const degrees = held.map(({ degree }) => degree ?? unknown_degree);
  return (Math.max(...degrees) - Math.min(...degrees)) * (held[0]?.weight ?? 0);
}
