/** The advice on the phone: the same answers as catalog/finder gives, held to the same bytes by tests/vectors/finder. */
export { type Alternative, type Alternatives, alternatives, type Beside } from "./alternatives";
export { benefits } from "./apart";
export type { Difference } from "./differences";
export { type Line, type Sentences, sentences } from "./explain";
export { needs } from "./needs";
export { type Advice, advise, rank } from "./rank";
export type { Ranked } from "./ranked";
export { directions, type Refined, refine, type Step } from "./refine";
export type { Relaxation } from "./relax";
export { warmUp } from "./warm";
export { type Judgement, type Strength, type Verdict, type Why, why } from "./why";
