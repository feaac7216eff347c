import { useEffect } from "preact/hooks";
import { Button } from "../../components/Button";
import { Topo } from "../../components/Topo";
import { back, lock, phone, t } from "../../state";

/** `#/lock`, for a shortcut: lock, and let the page before be there again after the code. */
export default function LockPage() {
  const isShared = phone.value !== null;
  useEffect(() => {
    if (!isShared) return;
    back();
    void lock();
  }, [isShared]);
  return isShared ? null : (
    <section class="screen-message">
      <Topo seed="lock" />
      <h1>{t("lock.own.title")}</h1>
      <p>{t("lock.own.text")}</p>
      <Button href="#/">{t("frame.home")}</Button>
    </section>
  );
}
