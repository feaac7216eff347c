import { useEffect, useRef, useState } from "preact/hooks";
import { v7 } from "uuid";
import { Button } from "../../../components/Button";
import { say } from "../../../components/Toast";
import type { Finding } from "../../../lib/apiImports";
import { deliver, type Paper, type PaperKind, readPaper, readScanned, takeCount } from "../../../lib/apiStock";
import { log } from "../../../lib/log";
import { href, navigate, t } from "../../../state";
import { Field } from "../parts/Field";
import { FileDrop } from "../parts/FileDrop";
import { Findings } from "../parts/Findings";
import page from "../parts/page.module.css";
import { reasonOf } from "../parts/reason";
import { useName } from "../parts/useName";
import { useShops } from "../parts/useShops";
import { begun, forget, isKept, keep } from "./begun";
import { PaperLines } from "./PaperLines";
import { ScanField } from "./ScanField";
import { added, changed, linesOf, type Tally } from "./scanning";
import style from "./stock.module.css";

/** A delivery or a count, from a file or scanned into a list: seen line by line, then taken whole. */
export function PaperPage({ kind, wanted }: { kind: PaperKind; wanted: string | undefined }) {
  const { id: shop, shop: named } = useShops(wanted);
  const read = useReading(shop, kind);
  useName(t(`stock.${kind}.title`));
  const scanned = read.paper?.findings ?? [];
  const findings = [...read.fromFile, ...scanned.filter((one) => !read.fromFile.includes(one))];
  const wrong = read.fromFile.some(({ severity }) => severity === "error");
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t(`stock.${kind}.title`)}</h1>
          <p class={page.lead}>{t(`stock.${kind}.lead`, { shop: named?.name ?? "" })}</p>
        </div>
        <Button href={href("/desk/stock", { shop: wanted })}>{t("stock.back")}</Button>
      </header>
      <div class={style.ways}>
        <FileDrop
          small={read.tally.size > 0}
          action={t(`stock.${kind}.file`)}
          text={t("stock.file.text")}
          accept=".csv,.tsv,.txt,.xlsx,.zip"
          disabled={read.busy}
          onFiles={([file]) => file && read.file(file)}
        />
        <ScanField onScan={(gtin) => read.set(added(read.tally, gtin))} />
      </div>
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
      {read.paper && read.paper.lines.length > 0 && (
        <>
          <PaperLines kind={kind} paper={read.paper} onChange={(gtin, n) => read.set(changed(read.tally, gtin, n))} />
          {isKept(kind, shop) && <p class={page.note}>{t("stock.kept")}</p>}
          <Take kind={kind} shop={shop} paper={read.paper} name={read.name} tally={read.tally} wrong={wrong} />
        </>
      )}
    </>
  );
}

interface Reading {
  paper: Paper | null;
  /** What is wrong with the file stays so whatever is changed in the list: it is taken whole, or mended. */
  fromFile: readonly Finding[];
  name: string;
  tally: Tally;
  busy: boolean;
  failure: string | null;
  file: (file: File) => void;
  set: (tally: Tally) => void;
}

/** What was read, of a file or of a list; each change is read anew by the server, the last one counts. */
function useReading(shop: string, kind: PaperKind): Reading {
  const [paper, setPaper] = useState<Paper | null>(null);
  const [fromFile, setFromFile] = useState<readonly Finding[]>([]);
  const [name, setName] = useState("");
  const [tally, setTally] = useState<Tally>(new Map());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const turn = useRef(0);
  const ask = async (load: () => Promise<Paper>): Promise<Paper | null> => {
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    setFailure(null);
    try {
      const found = await load();
      if (mine === turn.current) setPaper(found);
      return found;
    } catch (cause) {
      log.info("paper not read", cause);
      if (mine === turn.current) setFailure(reasonOf(cause));
      return null;
    } finally {
      if (mine === turn.current) setBusy(false);
    }
  };
  const file = async (given: File) => {
    const found = await ask(() => readPaper(shop, kind, given));
    if (!found) return;
    setName(given.name.replace(/\.[^.]+$/, ""));
    setFromFile(found.findings);
    setTally(talliedOf(found));
    // The file itself can be dropped again; what it says wrongly must not come back as if it had been scanned.
    void forget(kind, shop);
  };
  const set = (next: Tally) => {
    setTally(next);
    if (fromFile.length === 0) keep(kind, shop, next);
    if (next.size === 0) setPaper(null);
    // What is no piece of the range is said, and leaves the list: nobody could take it out by hand.
    else void ask(() => readScanned(shop, kind, linesOf(next))).then((found) => found && setTally(talliedOf(found)));
  };
  useEffect(() => {
    let wanted = Boolean(shop);
    const untouched = turn.current;
    if (wanted) void begun(kind, shop).then((kept) => wanted && turn.current === untouched && kept.size && set(kept));
    return () => {
      wanted = false;
    };
  }, [kind, shop]);
  return { paper, fromFile, name, tally, busy, failure, file: (given) => void file(given), set };
}

const talliedOf = ({ lines }: Paper): Tally => new Map(lines.map(({ gtin, quantity }) => [gtin, quantity]));

interface TakeProps {
  kind: PaperKind;
  shop: string;
  paper: Paper;
  name: string;
  tally: Tally;
  wrong: boolean;
}

/** The end of it: a note, and the one button with its count. */
function Take({ kind, shop, paper, name, tally, wrong }: TakeProps) {
  const [note, setNote] = useState(name);
  const [noneBefore, setNoneBefore] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // The same paper keeps its id: sent again after a lost answer, it counts once.
  const [id, setId] = useState(() => v7());
  useEffect(() => setNote(name), [name]);
  useEffect(() => setId(v7()), [tally]);
  const take = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const lines = linesOf(tally);
      if (kind === "delivery") await deliver(shop, id, { note: note.trim(), none_before: noneBefore, lines });
      else await takeCount(shop, id, lines);
      await forget(kind, shop);
      say(t(`stock.${kind}.taken`, { n: paper.pieces }));
      navigate(href("/desk/stock", { shop }).slice(1));
    } catch (cause) {
      log.info("paper not taken", cause);
      setFailure(reasonOf(cause));
      setBusy(false);
    }
  };
  return (
    <section class={style.take} aria-label={t(`stock.${kind}.title`)}>
      {kind === "delivery" && (
        <Field label={t("stock.note")} value={note} onInput={setNote} help={t("stock.note.help")} />
      )}
      {kind === "delivery" && paper.uncounted > 0 && (
        <label class={style.check}>
          <input
            type="checkbox"
            checked={noneBefore}
            onChange={(event) => setNoneBefore(event.currentTarget.checked)}
          />
          <span>{t("stock.none_before", { n: paper.uncounted })}</span>
        </label>
      )}
      {wrong && <p class={page.note}>{t("stock.wrong")}</p>}
      <Button kind="main" disabled={busy || wrong} onClick={() => void take()}>
        {t(`stock.${kind}.take`, { n: paper.pieces })}
      </Button>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </section>
  );
}
