/** What lies over every page of a shared phone: the word that it locks in a moment, and the lock itself. */
import { loadLater } from "./lib/i18n";
import { later } from "./lib/later";
import { lockingSoon } from "./state";

const lockScreen = later(async () => {
  const [module] = await Promise.all([import("./features/lock/LockScreen"), loadLater()]);
  return module.LockScreen;
});
const lockWarning = later(async () => {
  const [module] = await Promise.all([import("./features/lock/Warning"), loadLater()]);
  return module.Warning;
});

export function Shut({ isShut }: { isShut: boolean }) {
  return (
    <>
      {isShut && <lockScreen.Part />}
      {lockingSoon.value && <lockWarning.Part />}
    </>
  );
}
