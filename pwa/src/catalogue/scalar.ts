/** What one attribute may hold; numbers are integers in the attribute's own unit. */
export type Scalar = boolean | number | string;
