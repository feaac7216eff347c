/** What somebody is writing down, wherever they are. */
import { signal } from "@preact/signals";

export interface Writing {
  kind: "remark" | "dont-know";
  /** The piece that it is about. */
  ref?: string;
}

export const writing = signal<Writing | null>(null);
