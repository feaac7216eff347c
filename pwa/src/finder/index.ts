/** The advice on the phone: the same answers as catalog/finder gives, held to the same bytes by tests/vectors/finder. */
export { type Line, type Sentences, sentences } from "./explain";
export { needs } from "./needs";
export { type Ranked, type Ranking, rank } from "./rank";
export type { Relaxation } from "./relax";
