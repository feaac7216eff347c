import { Download, Printer } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { say } from "../../../components/Toast";
import { fetchLabels, type LabelSheet, type LabelWish, markPrinted } from "../../../lib/apiLabels";
import { number } from "../../../lib/format";
import { log } from "../../../lib/log";
import { NetError } from "../../../lib/net";
import { t } from "../../../state";
import { reasonOf } from "../parts/reason";
import { saveFile } from "../parts/saveFile";
import style from "./labels.module.css";
import { printed } from "./print";

interface Props {
  wish: LabelWish;
  sheet: LabelSheet | undefined;
  /** A file is made and noted as printed. */
  onDone: () => void;
  /** The prices are no longer those that are shown. */
  onOutdated: () => void;
  children: ComponentChildren;
}

/** How much it is, and the two ways out: printer or file. What went out is due no longer. */
export function Deeds({ wish, sheet, onDone, onOutdated, children }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const take = async ({ revision, part_labels }: LabelSheet, give: (file: Blob, name: string) => void) => {
    setBusy(true);
    setFailure(null);
    try {
      const { file, name } = await fetchLabels(wish, revision);
      give(file, name);
      await noted(revision);
      say(t("labels.made", { n: part_labels }));
    } catch (cause) {
      log.info("labels not made", cause);
      setFailure(reasonOf(cause));
      if (cause instanceof NetError && cause.status === 409) onOutdated();
    }
    setBusy(false);
  };
  /** The file is there, whatever comes of the note: then its labels stay in the list, and it is said. */
  const noted = async (revision: number) => {
    try {
      await markPrinted(wish, revision);
      onDone();
    } catch (cause) {
      log.info("labels not noted as printed", cause);
      setFailure(t("labels.unnoted", { why: reasonOf(cause) }));
    }
  };
  const nothing = busy || !sheet || sheet.labels === 0;
  return (
    <div class={style.deeds}>
      <p role="status" class={style.sum}>
        {sheet && sheet.labels > 0 && sumOf(sheet)}
      </p>
      <div class={style.ways}>
        <Button kind="main" disabled={nothing} onClick={() => sheet && void take(sheet, printed)}>
          <Printer aria-hidden="true" />
          {sheet && sheet.parts > 1
            ? t("labels.print.file", { part: number(wish.part), parts: number(sheet.parts) })
            : t("labels.print")}
        </Button>
        <Button disabled={nothing} onClick={() => sheet && void take(sheet, saveFile)}>
          <Download aria-hidden="true" />
          {t("labels.save")}
        </Button>
      </div>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
      {children}
    </div>
  );
}

/** "1 855 étiquettes, 78 feuilles": all of it, and in how many files. */
function sumOf({ labels, sheets, parts }: LabelSheet): string {
  const all = t("labels.count", { n: labels, sheets: t("labels.sheets", { n: sheets }) });
  return parts > 1 ? t("labels.count.files", { all, n: parts }) : all;
}
