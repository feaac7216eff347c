/** Sizes: which one, from body measures, a usual size or a child's age, and how sure that is. */

export { sizeAdvice } from "./advice";
export { MEASURES } from "./chart";
export { defaultChart } from "./tables";
export { type Charts, type SizeAnswer, type SizeQuestion, SizingError } from "./types";
