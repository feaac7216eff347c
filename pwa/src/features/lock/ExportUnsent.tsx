import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { setAside, t, unsent } from "../../state";
import { fileOf, handOver } from "../outbox/file";

/** What waits, as a file: a manager's phone can carry it to the server. */
export function ExportUnsent() {
  const [said, setSaid] = useState("");
  const save = async (): Promise<void> => {
    const outcome = await handOver(fileOf(unsent.value, setAside.value)).catch(() => "failed");
    setSaid(outcome === "cancelled" ? "" : t(outcome === "failed" ? "error.unknown" : "lock.ended.saved"));
  };
  return (
    <>
      <Button onClick={() => void save()}>{t("lock.ended.export")}</Button>
      <p role="status">{said}</p>
    </>
  );
}
