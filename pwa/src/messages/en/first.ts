import { type Messages, merge } from "../../lib/i18n";

/** What the frame and the advice say in English. The list of files is the one of lib/i18n.ts. */
export const messages = merge(
  import.meta.glob<Messages>(["./{advice,common,frame,home,refine,words}.json"], { eager: true, import: "default" }),
);
