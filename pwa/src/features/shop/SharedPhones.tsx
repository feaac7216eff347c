import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { Fold } from "../../components/Fold";
import {
  endPhone,
  fetchLock,
  fetchPhones,
  type ListedPhone,
  renamePhone,
  setLock,
  takeOff,
  unblock,
} from "../../lib/apiTeam";
import { age } from "../../lib/format";
import { log } from "../../lib/log";
import { explain, session, t } from "../../state";
import { Choice } from "./Choice";
import { Section } from "./Section";
import { Sure } from "./Sure";
import style from "./shop.module.css";
import { useList } from "./useList";

type Change = (deed: () => Promise<unknown>) => Promise<void>;
const MINUTES = [2, 5, 10, 30] as const;

/** The phones that go from hand to hand: who may take them, and when they lock themselves. */
export function SharedPhones() {
  const { items, failure, change } = useList(fetchPhones);
  return (
    <Section title={t("team.phones")}>
      {items?.map((one) => (
        <Row key={one.id} phone={one} onChange={change} />
      ))}
      <p role="status" class={style.help}>
        {failure ?? (items?.length === 0 ? t("team.phones.none") : "")}
      </p>
      {items && items.length > 0 && <LockMinutes />}
    </Section>
  );
}

function Row({ phone, onChange }: { phone: ListedPhone; onChange: Change }) {
  const people = t("team.phone.people", { n: phone.people.length });
  const line = phone.current
    ? t("team.phone.this", { people })
    : t("team.phone.seen", { people, age: age(phone.last_seen_at) });
  return (
    <Fold title={phone.name} line={line}>
      <ul class={style.devices}>
        {phone.people.map(({ person, tries_left }) => (
          <li class={style.device} key={person.id}>
            <span>
              {person.name}
              {tries_left === 0 && <span class={style.help}>{t("team.device.blocked")}</span>}
            </span>
            {tries_left === 0 && (
              <Button
                onClick={() => void onChange(() => unblock(phone.id, person.id))}
                label={t("team.unblock.label", { name: person.name, device: phone.name })}
              >
                {t("team.unblock")}
              </Button>
            )}
            <Button
              kind="quiet"
              onClick={() => void onChange(() => takeOff(phone.id, person.id))}
              label={t("team.device.end.label", { name: person.name, device: phone.name })}
            >
              {t("team.device.end")}
            </Button>
          </li>
        ))}
      </ul>
      <Rename phone={phone} onChange={onChange} />
      <Sure
        text={t("team.phone.end")}
        label={t("team.phone.end.label", { name: phone.name })}
        question={t("team.phone.end.sure")}
        yes={t("team.end.yes")}
        no={t("team.end.no")}
        onYes={() => void onChange(() => endPhone(phone.id))}
      />
    </Fold>
  );
}

function Rename({ phone, onChange }: { phone: ListedPhone; onChange: Change }) {
  const [name, setName] = useState(phone.name);
  return (
    <form
      class={style.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) void onChange(() => renamePhone(phone.id, name.trim()));
      }}
    >
      <label class={style.field}>
        <span>{t("team.phone.name")}</span>
        <input type="text" maxLength={80} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <Button type="submit">{t("team.phone.rename")}</Button>
    </form>
  );
}

function LockMinutes() {
  const shop = session.value?.shop.id;
  const [minutes, setMinutes] = useState<number | null>(null);
  const [failure, setFailure] = useState("");
  useEffect(() => {
    const leaving = new AbortController();
    if (shop) fetchLock(shop, leaving.signal).then(setMinutes, (cause: unknown) => log.info("lock not known", cause));
    return () => leaving.abort();
  }, [shop]);
  const choose = (next: number): void => {
    if (!shop) return;
    setLock(shop, next).then(
      () => {
        setMinutes(next);
        setFailure("");
      },
      (cause: unknown) => setFailure(explain(cause)),
    );
  };
  return (
    <>
      <Choice
        name="lock"
        legend={t("team.lock")}
        values={MINUTES}
        chosen={minutes}
        label={(value) => t("team.lock.minutes", { n: value })}
        onChoose={choose}
      />
      <p class={style.help} role="status">
        {failure || t("team.lock.help")}
      </p>
    </>
  );
}
