import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** What the room shows, where that is more than the room's own name: "Révision 12". */
export const shownName = signal<string | null>(null);

/** Name the document after what the room shows, as long as it shows it. */
export function useName(name: string | null): void {
  useEffect(() => {
    shownName.value = name;
    return () => {
      shownName.value = null;
    };
  }, [name]);
}
