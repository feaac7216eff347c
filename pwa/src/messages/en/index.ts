import { type Messages, merge } from "../../lib/i18n";

/** All English words, in one lazy file. */
export const messages = merge(import.meta.glob<Messages>("./*.json", { eager: true, import: "default" }));
