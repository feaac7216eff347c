import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { type Device, endDevice, fetchDevices } from "../../lib/api";
import { dotted } from "../../lib/dotted";
import { age } from "../../lib/format";
import { explain, session, t } from "../../state";
import { Section } from "./Section";
import style from "./shop.module.css";

/** The enrolled devices that this person may see and end. */
export function Devices() {
  const [devices, setDevices] = useState<Device[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const person = session.value?.person.id;

  useEffect(() => {
    const leaving = new AbortController();
    fetchDevices(leaving.signal).then(setDevices, (cause: unknown) => {
      if (!leaving.signal.aborted) setFailure(explain(cause));
    });
    return () => leaving.abort();
  }, [person]);

  const end = async (device: Device): Promise<void> => {
    try {
      await endDevice(device.id);
      setDevices((all) => all?.filter(({ id }) => id !== device.id) ?? null);
    } catch (cause) {
      setFailure(explain(cause));
    }
  };

  return (
    <Section title={t("shop.devices")}>
      {devices && (
        <ul class={style.devices}>
          {devices.map((device) => (
            <Line key={device.id} device={device} onEnd={() => void end(device)} />
          ))}
        </ul>
      )}
      <p role="status" class={style.help}>
        {failure}
      </p>
    </Section>
  );
}

function Line({ device, onEnd }: { device: Device; onEnd: () => void }) {
  const who = dotted(device.person.name, t(`role.${device.person.role}`));
  return (
    <li class={style.device}>
      <span>
        <strong>{device.device}</strong>
        <span class={style.help}>
          {who}
          <br />
          {device.current ? t("shop.device.this") : t("shop.device.seen", { age: age(device.last_seen_at) })}
        </span>
      </span>
      {!device.current && (
        <Button kind="quiet" onClick={onEnd} label={t("shop.device.end.label", { device: device.device, who })}>
          {t("shop.device.end")}
        </Button>
      )}
    </li>
  );
}
