import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { Fold } from "../../components/Fold";
import { endDevice, type Invitation } from "../../lib/api";
import { endPerson, fetchPeople, type Member, type MemberDevice, renew, unblock } from "../../lib/apiTeam";
import { dotted } from "../../lib/dotted";
import { age } from "../../lib/format";
import { phone, session, t } from "../../state";
import { InvitationCode } from "./InvitationCode";
import { Section } from "./Section";
import { Sure } from "./Sure";
import style from "./shop.module.css";
import { useList } from "./useList";

type Change = (deed: () => Promise<unknown>) => Promise<void>;

/** The people of the shop: by which devices they are in, how they come back, and how it ends. */
export function Team() {
  const { items, failure, change } = useList(fetchPeople);
  const here = (items ?? []).filter(({ ended_at }) => ended_at === null);
  const gone = (items ?? []).filter(({ ended_at }) => ended_at !== null);
  return (
    <Section title={t("team.title")}>
      {here.map((member) => (
        <Row key={member.person.id} member={member} onChange={change} />
      ))}
      {gone.length > 0 && (
        <Fold title={t("team.left")}>
          {gone.map((member) => (
            <Row key={member.person.id} member={member} onChange={change} />
          ))}
        </Fold>
      )}
      <p role="status" class={style.help}>
        {failure ?? (items?.length === 0 ? t("team.empty") : "")}
      </p>
    </Section>
  );
}

function Row({ member, onChange }: { member: Member; onChange: Change }) {
  const { person, devices } = member;
  return (
    <Fold title={person.name} line={dotted(t(`role.${person.role}`), summary(devices))}>
      <ul class={style.devices}>
        {devices.map((device) => (
          <DeviceLine key={device.id} name={person.name} person={person.id} device={device} onChange={onChange} />
        ))}
      </ul>
      {member.manageable && <Manage member={member} onChange={onChange} />}
    </Fold>
  );
}

/** The device that was seen last, or what is wrong. */
function summary(devices: readonly MemberDevice[]): string {
  if (devices.some(isBlocked)) return t("team.device.blocked");
  const [last] = [...devices].sort((one, other) => (other.last_seen_at ?? "").localeCompare(one.last_seen_at ?? ""));
  return last ? described(last) : t("team.device.none");
}

const isBlocked = ({ tries_left }: MemberDevice): boolean => tries_left === 0;

function described({ name, shared, last_seen_at }: MemberDevice): string {
  if (!last_seen_at) return t("team.device.never", { name });
  return t(shared ? "team.device.shared" : "team.device.own", { name, age: age(last_seen_at) });
}

interface DeviceProps {
  name: string;
  person: string;
  device: MemberDevice;
  onChange: Change;
}

function DeviceLine({ name, person, device, onChange }: DeviceProps) {
  const isHere = device.id === (phone.value?.id ?? session.value?.device.id);
  return (
    <li class={style.device}>
      <span>
        {described(device)}
        {isHere && <span class={style.help}>{t("shop.device.this")}</span>}
      </span>
      {isBlocked(device) && (
        <Button
          onClick={() => void onChange(() => unblock(device.id, person))}
          label={t("team.unblock.label", { name, device: device.name })}
        >
          {t("team.unblock")}
        </Button>
      )}
      {!device.shared && !isHere && (
        <Button
          kind="quiet"
          onClick={() => void onChange(() => endDevice(device.id))}
          label={t("team.device.end.label", { name, device: device.name })}
        >
          {t("team.device.end")}
        </Button>
      )}
    </li>
  );
}

/** A new invitation lets the same person in: what waits on a lost session goes out in their name. */
function Manage({ member, onChange }: { member: Member; onChange: Change }) {
  const { id, name } = member.person;
  const [made, setMade] = useState<Invitation | null>(null);
  return (
    <>
      <div class={style.actions}>
        <Button
          onClick={() => void onChange(async () => setMade(await renew(id, false)))}
          label={t("team.renew.label", { name })}
        >
          {t("team.renew")}
        </Button>
        <Button kind="quiet" onClick={() => void onChange(async () => setMade(await renew(id, true)))}>
          {t("team.renew.shared")}
        </Button>
      </div>
      {made && <InvitationCode invitation={made} />}
      {member.ended_at === null && (
        <Sure
          text={t("team.end")}
          label={t("team.end.label", { name })}
          question={t("team.end.sure", { name })}
          yes={t("team.end.yes")}
          no={t("team.end.no")}
          onYes={() => void onChange(() => endPerson(id))}
        />
      )}
    </>
  );
}
