/** What tells pieces apart for this need: how much each property and gauge moved their scores apart. Pure. */
import type { Finder } from "../../catalogue/types";
import type { Why } from "../../finder";

/** By property or gauge: the largest weighted difference of degrees between the pieces; nothing where nothing differs. */
export function decidingBy(finder: Finder, whys: readonly Why[]): Map<string, number> {
  const judged = finder.criteria.flatMap(({ id, gauge, properties }) =>
    spreads(gauge === null ? properties : [gauge], spreadOf(finder, whys, id)),
  );
  const found = largest(judged);
  // The figure that a gauge is read from stands beside it.
  const figures = (finder.comparing?.axes ?? []).flatMap((axis) =>
    spreads(
      axis.figures.map(({ property }) => property),
      found.get(axis.gauge ?? "") ?? 0,
    ),
  );
  return largest([...found, ...figures]);
}

type Spread = [name: string, spread: number];

const spreads = (names: readonly string[], spread: number): Spread[] =>
  spread > 0 ? names.map((name) => [name, spread]) : [];

/** Of each name its largest spread. */
const largest = (all: readonly Spread[]): Map<string, number> => new Map([...all].sort((a, b) => a[1] - b[1]));

function spreadOf(finder: Finder, whys: readonly Why[], code: string): number {
  const { unknown_degree } = finder.parameters;
  const held = whys.flatMap(({ criteria }) => criteria.find((one) => one.code === code) ?? []);
  if (held.length < 2) return 0;
  const degrees = held.map(({ degree }) => degree ?? unknown_degree);
  return (Math.max(...degrees) - Math.min(...degrees)) * (held[0]?.weight ?? 0);
}
