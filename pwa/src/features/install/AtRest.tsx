import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { loadLater } from "../../lib/i18n";
import { whenIdle } from "../../lib/idle";
import { later } from "../../lib/later";
import { installHint } from "../../state";

const hint = later(async () => {
  const [module] = await Promise.all([import("./Hint"), loadLater()]);
  return module.Hint;
});
/** Nobody was in the middle of anything: from then on it may be spoken of. */
const calm = signal(false);

const calmed = (): void => {
  calm.value = true;
};

/** The way to the home screen, at the end of a page, where it moves nothing that is being read. */
export function AtRest() {
  useEffect(() => whenIdle(calmed), []);
  return calm.value && installHint.value ? <hint.Part /> : null;
}
