/** The rows of the list: which of them are shown, and what names one. */
import type { LostAnswer } from "../../../lib/apiProducts";

export const idOf = ({ ref, attribute }: Pick<LostAnswer, "ref" | "attribute">): string => `${ref}~${attribute}`;

/** All, only what is missing, or only what is estimated. */
export const shownOf = (rows: readonly LostAnswer[], show: string | undefined): readonly LostAnswer[] =>
  show === "missing" || show === "estimated" ? rows.filter((row) => row.estimated === (show === "estimated")) : rows;
