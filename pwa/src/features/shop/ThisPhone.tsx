import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { type StorageState, storageState } from "../../db";
import { number } from "../../lib/format";
import { log } from "../../lib/log";
import { install, installing, session, signOut, t } from "../../state";
import { Fact, Section } from "./Section";
import style from "./shop.module.css";

/** Who holds this phone, what it keeps, and the way out. */
export function ThisPhone() {
  const person = session.value?.person;
  const state = useStorage();
  return (
    <Section title={t("shop.phone")}>
      <dl>
        {person && (
          <Fact label={t("shop.person")}>{[person.name, t(`role.${person.role}`)].filter(Boolean).join(" · ")}</Fact>
        )}
        {state?.used_bytes != null && <Fact label={t("shop.storage")}>{megabytes(state.used_bytes)}</Fact>}
      </dl>
      {state && <p class={style.help}>{t(state.persisted ? "shop.storage.safe" : "shop.storage.evictable")}</p>}
      <Installation />
      <SignOut />
    </Section>
  );
}

function useStorage(): StorageState | null {
  const [state, setState] = useState<StorageState | null>(null);
  useEffect(() => {
    storageState().then(setState, (cause: unknown) => log.info("storage state not known", cause));
  }, []);
  return state;
}

const megabytes = (bytes: number): string =>
  number(bytes / 1_000_000, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });

function Installation() {
  if (installing.value === "offered") return <Button onClick={() => void install()}>{t("shop.install")}</Button>;
  return installing.value === "by-hand" ? <p class={style.help}>{t("shop.install.ios")}</p> : null;
}

/** Asked twice: it takes an invitation to come back. */
function SignOut() {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button kind="quiet" onClick={() => setAsked(true)}>
        {t("shop.signout")}
      </Button>
    );
  return (
    <div class={style.confirm} role="alert">
      <p>{t("shop.signout.sure")}</p>
      <Button onClick={() => void signOut()}>{t("shop.signout.yes")}</Button>
      <Button kind="quiet" onClick={() => setAsked(false)}>
        {t("shop.signout.no")}
      </Button>
    </div>
  );
}
