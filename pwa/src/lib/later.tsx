/** Parts of a page that nobody sees at once: their code comes when they are first shown, or when somebody reaches for them. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { ComponentType, FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { log } from "./log";

export interface Later<Props> {
  /** Nothing until the code is here, then the part itself. */
  Part: FunctionComponent<Props>;
  /** Whether the code is here: what stands below the part would be pushed down by it. */
  here: ReadonlySignal<boolean>;
  /** Fetch the code ahead; asked again after a failure. */
  bring: () => Promise<void>;
}

export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  const brought = signal<{ Part: ComponentType<Props> } | null>(null);
  const bring = async (): Promise<void> => {
    if (brought.peek()) return;
    try {
      brought.value = { Part: await load() };
    } catch (cause) {
      log.warn("part not loaded", cause);
    }
  };
  function Part(props: Props) {
    useEffect(() => void bring(), []);
    const Brought = brought.value?.Part;
    return Brought ? <Brought {...props} /> : null;
  }
  return { Part, bring, here: computed(() => brought.value !== null) };
}
