/** What stands over any page when it is asked for: what came of an advice, a note. Code and words come with the first time. */
import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { writing } from "./features/notes/writing";
import { asked } from "./features/outcome/asked";
import { loadLater } from "./lib/i18n";
import { afterPaint } from "./lib/idle";
import { later } from "./lib/later";
import { log } from "./lib/log";
import { preload } from "./screen";
import { session, snapshot } from "./state";
import { over } from "./state/visit";

const outcome = later(async () => {
  const [module] = await Promise.all([import("./features/outcome/Outcome"), loadLater()]);
  return module.Outcome;
});

const noteSheet = later(async () => {
  const [module] = await Promise.all([import("./features/notes/NoteSheet"), loadLater()]);
  return module.NoteSheet;
});

export function Asides() {
  useNotedNeeds();
  // The next customer is one tap away from any page: the questions are here before the tap.
  useEffect(() => afterPaint(() => void preload("advice")), []);
  return (
    <>
      {asked.value && <outcome.Part />}
      {writing.value && <noteSheet.Part />}
    </>
  );
}

/** Note the needs that are over, as soon as there is somebody who noted them and a catalogue to answer them from. */
function useNotedNeeds(): void {
  useEffect(
    () =>
      effect(() => {
        if (over.value.length === 0 || !session.value || !snapshot.value) return;
        import("./features/outcome/noting").then(
          ({ noteOver }) => noteOver(),
          (cause: unknown) => log.warn("advice waits to be noted", cause),
        );
      }),
    [],
  );
}
