import { X } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import type { Facet } from "../../../lib/apiProducts";
import { t } from "../../../state";
import { BulkDrawer } from "./BulkDrawer";
import { selectionOf } from "./bulk";
import style from "./bulk.module.css";
import type { Listed } from "./list";

interface Props {
  picked: ReadonlySet<string>;
  listed: Listed;
  total: number;
  shops: readonly Facet[];
  onDone: () => void;
}

/** What can be done with the rows that are picked; all that the filters show is one tap more. */
export function BulkBar({ picked, listed, total, shops, onDone }: Props) {
  const [open, setOpen] = useState(false);
  const [everything, setEverything] = useState(false);
  const n = everything ? total : picked.size;
  return (
    <section class={style.bulkBar} aria-label={t("products.bulk")}>
      <p role="status">{t("products.bulk.picked", { n })}</p>
      {total > picked.size && (
        <Button kind="quiet" onClick={() => setEverything(!everything)}>
          {everything ? t("products.bulk.only", { n: picked.size }) : t("products.bulk.everything", { n: total })}
        </Button>
      )}
      <Button onClick={() => setOpen(true)}>{t("products.bulk.change", { n })}</Button>
      <button type="button" class={style.none} aria-label={t("products.bulk.none")} onClick={onDone}>
        <X aria-hidden="true" />
      </button>
      {open && (
        <BulkDrawer
          n={n}
          select={selectionOf(picked, listed, everything)}
          shops={shops}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}
