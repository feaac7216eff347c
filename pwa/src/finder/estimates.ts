/** Whether a verdict rests on something stated, or only on an estimate. */
import type { Criterion, Product } from "../catalogue/types";

export const ESTIMATE = "estimate";

/** Whether what decides the criterion for this product is an estimate: its gauge, or the first fact it reads. */
export function isEstimated({ gauge, reads }: Criterion, { gauges, properties }: Product): boolean {
  if (gauge !== null) return gauges[gauge]?.provenance === ESTIMATE;
  const first = reads.find((name) => name in properties);
  return first !== undefined && properties[first]?.provenance === ESTIMATE;
}
