import { CalendarClock, FileUp, Percent, QrCode } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { fetchChanges, tryPriceFile } from "../../../lib/apiPrices";
import { log } from "../../../lib/log";
import { href, navigate, t } from "../../../state";
import { FileDrop } from "../parts/FileDrop";
import page from "../parts/page.module.css";
import { reasonOf } from "../parts/reason";
import { useAsked } from "../parts/useAsked";
import style from "./prices.module.css";

interface Props {
  shop: string;
  mayWrite: boolean;
  picked: number;
  onRule: () => void;
}

/** The ways on from the table: one rule for many, a file, what is planned, labels. */
export function Deeds({ shop, mayWrite, picked, onRule }: Props) {
  const [dropping, setDropping] = useState(false);
  const changes = useAsked(shop ? `changes ${shop}` : null, (signal) => fetchChanges(shop, signal));
  const waiting = changes.data?.filter(({ state }) => state === "planned" || state === "publishing").length ?? 0;
  const failed = changes.data?.some(({ state }) => state === "failed") ?? false;
  return (
    <div class={style.deeds}>
      <div class={page.deeds}>
        {mayWrite && (
          <Button onClick={onRule}>
            <Percent aria-hidden="true" />
            {picked > 0 ? t("prices.rule.picked", { n: picked }) : t("prices.rule.all")}
          </Button>
        )}
        {mayWrite && (
          <Button onClick={() => setDropping(!dropping)}>
            <FileUp aria-hidden="true" />
            {t("prices.file")}
          </Button>
        )}
        <Button href={href("/desk/prices/changes", { shop })}>
          <CalendarClock aria-hidden="true" />
          {waiting > 0 ? t("prices.changes.link", { n: waiting }) : t("prices.changes.title")}
          {failed && <span class={style.dot} />}
        </Button>
        <Button href={href("/desk/labels", { shop, only: "due" })}>
          <QrCode aria-hidden="true" />
          {t("prices.labels")}
        </Button>
      </div>
      {dropping && <Drop shop={shop} />}
    </div>
  );
}

function Drop({ shop }: { shop: string }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const take = async (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    setBusy(true);
    setFailure(null);
    try {
      const { import_id } = await tryPriceFile(shop, file);
      navigate(`/desk/import/${import_id}`);
    } catch (cause) {
      log.info("file of prices not taken", cause);
      setFailure(reasonOf(cause));
      setBusy(false);
    }
  };
  return (
    <div>
      <FileDrop
        small
        action={t("prices.file.choose")}
        text={t("prices.file.text")}
        accept=".csv,.tsv,.txt,.xlsx,.zip"
        disabled={busy}
        onFiles={(files) => void take(files)}
      />
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </div>
  );
}
