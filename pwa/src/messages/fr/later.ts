import { type Messages, merge } from "../../lib/i18n";

/** What all other pages say in French. */
export const messages = merge(
  import.meta.glob<Messages>(["./*.json", "!./{advice,common,frame,home,refine,words}.json"], {
    eager: true,
    import: "default",
  }),
);
