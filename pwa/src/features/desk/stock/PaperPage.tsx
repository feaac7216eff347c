import { Button } from "../../../components/Button";
import type { PaperKind } from "../../../lib/apiStock";
import { href, t } from "../../../state";
import { FileDrop } from "../parts/FileDrop";
import { Findings } from "../parts/Findings";
import page from "../parts/page.module.css";
import { useName } from "../parts/useName";
import { useShops } from "../parts/useShops";
import { isKept } from "./begun";
import { PaperLines } from "./PaperLines";
import { ScanField } from "./ScanField";
import { added, changed, toCheck } from "./scanning";
import style from "./stock.module.css";
import { Take } from "./Take";
import { type Reading, useReading } from "./useReading";

/** A delivery or a count, from a file or scanned into a list: seen line by line, then taken whole. */
export function PaperPage({ kind, wanted }: { kind: PaperKind; wanted: string | undefined }) {
  const { id: shop, shop: named } = useShops(wanted);
  const read = useReading(shop, kind);
  const { list } = read;
  useName(t(`stock.${kind}.title`));
  const findings = [...read.fromFile, ...read.strange];
  // Codes that no piece has stay out; what else is wrong would take something else than the file says.
  const wrong = read.fromFile.some(({ severity, code }) => severity === "error" && code !== "paper-unknown");
  const uncounted = [...list.tally].filter(([gtin, n]) => n > 0 && read.named.get(gtin)?.before === null).length;
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t(`stock.${kind}.title`)}</h1>
          <p class={page.lead}>{[named?.name, t(`stock.${kind}.lead`)].filter(Boolean).join(". ")}</p>
        </div>
        <Button href={href("/desk/stock", { shop: wanted })}>{t("stock.back")}</Button>
      </header>
      {!list.sent && <Ways kind={kind} read={read} />}
      <p role="alert" class={style.failure}>
        {read.failure}
      </p>
      {findings.length > 0 && (
        <section class={page.part} aria-labelledby="paper-found">
          <h2 id="paper-found" class={page.heading}>
            {t("stock.findings")}
          </h2>
          <Findings findings={findings} />
        </section>
      )}
      {list.tally.size > 0 && (
        <>
          <PaperLines
            kind={kind}
            list={list}
            named={read.named}
            onChange={(gtin, n) => read.put((now) => ({ ...now, tally: changed(now.tally, gtin, n) }))}
          />
          {isKept(kind, shop) && <p class={page.note}>{t("stock.kept")}</p>}
          <Take
            kind={kind}
            shop={shop}
            list={list}
            uncounted={uncounted}
            name={read.name}
            wrong={wrong}
            onSent={(sent) => read.put((now) => ({ ...now, sent }))}
          />
        </>
      )}
    </>
  );
}

/** The file, the scanner, and for a note the check against it. */
function Ways({ kind, read }: { kind: PaperKind; read: Reading }) {
  const { list, put } = read;
  return (
    <>
      <div class={style.ways}>
        <FileDrop
          small={list.tally.size > 0}
          action={t(`stock.${kind}.file`)}
          text={t("stock.file.text")}
          accept=".csv,.tsv,.txt,.xlsx,.zip"
          disabled={read.busy}
          onFiles={([file]) => file && read.file(file)}
        />
        <ScanField onScan={(gtin) => put((now) => ({ ...now, tally: added(now.tally, gtin) }))} />
      </div>
      {list.announced.size > 0 && (
        <p class={style.checking}>
          <Button onClick={() => put(toCheck)}>{t("stock.check")}</Button>
          <span class={page.note}>{t("stock.check.text")}</span>
        </p>
      )}
    </>
  );
}
