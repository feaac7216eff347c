import { t } from "../../state";

/** What a struck price is: the lowest of the thirty days where the shop's record proves it, else what the shop states. */
export const lawLine = (proven: boolean | undefined): string => t(proven ? "ui.price.law" : "ui.price.stated");
