import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { type StorageState, storageState } from "../../db";
import { dotted } from "../../lib/dotted";
import { number } from "../../lib/format";
import { log } from "../../lib/log";
import { install, installing, phone, session, t } from "../../state";
import { lastSending, leave } from "../../state/leaving";
import { Steps } from "../install/Steps";
import { Fact, Section } from "./Section";
import { SharedPhone } from "./SharedPhone";
import style from "./shop.module.css";

/** Who holds this phone, what it keeps, and the way out. */
export function ThisPhone() {
  const person = session.value?.person;
  const state = useStorage();
  return (
    <Section title={t("shop.phone")}>
      <dl>
        {person && <Fact label={t("shop.person")}>{dotted(person.name, t(`role.${person.role}`))}</Fact>}
        {phone.value && <Fact label={t("shop.shared")}>{phone.value.name}</Fact>}
        {state?.used_bytes != null && <Fact label={t("shop.storage")}>{megabytes(state.used_bytes)}</Fact>}
      </dl>
      {state && <p class={style.help}>{t(state.persisted ? "shop.storage.safe" : "shop.storage.evictable")}</p>}
      <Installation />
      {phone.value ? (
        <SharedPhone />
      ) : (
        <>
          <p class={style.help}>{t("shop.own.help")}</p>
          <SignOut />
        </>
      )}
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
  return installing.value === "by-hand" ? <Steps /> : null;
}

type Leaving = { step: "no" } | { step: "sending" } | { step: "asked"; left: number };

/** What waits is sent first; then asked twice, for it takes an invitation to come back. */
function SignOut() {
  const [leaving, setLeaving] = useState<Leaving>({ step: "no" });
  const ask = async (): Promise<void> => {
    setLeaving({ step: "sending" });
    setLeaving({ step: "asked", left: await lastSending() });
  };
  if (leaving.step !== "asked")
    return (
      <Button kind="quiet" onClick={() => void ask()} disabled={leaving.step === "sending"}>
        {t(leaving.step === "sending" ? "outbox.leave.sending" : "shop.signout")}
      </Button>
    );
  return (
    <div class={style.confirm} role="alert">
      {leaving.left > 0 && (
        <p>
          {t("outbox.leave.left", { n: leaving.left })} <a href="#/outbox">{t("outbox.leave.see")}</a>
        </p>
      )}
      <p>{t("shop.signout.sure")}</p>
      <Button onClick={() => void leave()}>{t("shop.signout.yes")}</Button>
      <Button kind="quiet" onClick={() => setLeaving({ step: "no" })}>
        {t("shop.signout.no")}
      </Button>
    </div>
  );
}
