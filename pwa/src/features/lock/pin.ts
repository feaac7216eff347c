/** How long a code is; the server says the same, and refuses what is too easy. */
export const LEAST_DIGITS = 6;
export const MOST_DIGITS = 12;
