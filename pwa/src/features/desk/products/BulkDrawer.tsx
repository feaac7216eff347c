import { useEffect, useMemo, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Drawer } from "../../../components/Drawer";
import { type Bulk, type BulkShown, type Facet, previewBulk, proposeBulk } from "../../../lib/apiProducts";
import { log } from "../../../lib/log";
import { NetError } from "../../../lib/net";
import { lang, navigate, t } from "../../../state";
import { Failed } from "../parts/Failed";
import { reasonOf } from "../parts/reason";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import { BulkCells } from "./BulkCells";
import { BulkFields } from "./BulkFields";
import { type BulkForm, changeOfBulk, emptyBulk } from "./bulk";
import style from "./bulk.module.css";
import { fetchedWords } from "./words";

interface Props {
  n: number;
  select: Bulk["select"];
  shops: readonly Facet[];
  onClose: () => void;
}

/** Change many alike in three steps: what, every cell that would change, then the dry run. */
export function BulkDrawer({ n, select, onClose }: Props) {
  const words = useAsked(`desk words ${lang.value}`, () => fetchedWords(lang.peek()));
  const [form, setForm] = useState<BulkForm>(emptyBulk);
  const change = useMemo(() => changeOfBulk(form), [form]);
  const bulk = useMemo(() => change && { select, change }, [change, select]);
  const work = useBulk(bulk);
  return (
    <Drawer title={t("products.bulk.title", { n })} onClose={onClose}>
      {words.failure && !words.data && <Failed text={words.failure} onAgain={words.again} />}
      {!words.data && !words.failure && <Waiting />}
      {words.data && (
        <form
          class={style.bulk}
          onSubmit={(event) => {
            event.preventDefault();
            work.look();
          }}
        >
          <BulkFields form={form} words={words.data} onChange={setForm} />
          <Button type="submit" disabled={!bulk || work.busy}>
            {t(work.busy ? "products.bulk.looking" : "products.bulk.look")}
          </Button>
          {work.failures.length > 0 && (
            <div class={style.refusal} role="alert">
              {work.failures.map((each) => (
                <p key={each}>{each}</p>
              ))}
            </div>
          )}
          {work.shown && <Shown shown={work.shown} busy={work.busy} onMore={work.more} onPropose={work.propose} />}
        </form>
      )}
    </Drawer>
  );
}

interface ShownProps {
  shown: BulkShown;
  busy: boolean;
  onMore: () => void;
  onPropose: () => void;
}

function Shown({ shown, busy, onMore, onPropose }: ShownProps) {
  return (
    <section class={style.bulkShown}>
      <h3 class={style.heading}>
        <span role="status">
          {t("products.bulk.would", { n: shown.total, models: t("products.count", { n: shown.models }) })}
        </span>
      </h3>
      <BulkCells cells={shown.cells} />
      {shown.cells.length < shown.total && (
        <Button kind="quiet" disabled={busy} onClick={onMore}>
          {t("products.bulk.more", { n: shown.total - shown.cells.length })}
        </Button>
      )}
      <Button kind="main" disabled={busy} onClick={onPropose}>
        {t("products.bulk.propose", { n: shown.models })}
      </Button>
    </section>
  );
}

function useBulk(bulk: Bulk | null) {
  const [shown, setShown] = useState<BulkShown | null>(null);
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly string[]>([]);
  useEffect(() => {
    // What was shown stands for another change.
    setShown(null);
    setFailures([]);
  }, [bulk]);
  const doing = async (work: (bulk: Bulk) => Promise<void>) => {
    if (!bulk) return;
    setBusy(true);
    setFailures([]);
    await work(bulk).catch((cause: unknown) => {
      log.info("bulk refused", cause);
      setFailures(toldBy(cause));
    });
    setBusy(false);
  };
  return {
    ...{ shown, busy, failures },
    look: () => void doing(async (now) => setShown(await previewBulk(now, 0))),
    more: () =>
      void doing(async (now) => {
        const next = await previewBulk(now, shown?.cells.length ?? 0);
        setShown((last) => last && { ...next, cells: [...last.cells, ...next.cells] });
      }),
    propose: () =>
      void doing(async (now) => {
        const note = t("products.bulk.usual", { n: shown?.models ?? 0 });
        navigate(`/desk/import/${await proposeBulk(now, shown?.digest ?? "", note)}`);
      }),
  };
}

/** The sentences of single fields, each once; else that of the whole. */
function toldBy(cause: unknown): string[] {
  const fields = cause instanceof NetError ? (cause.problem?.errors ?? []).map(({ message }) => message) : [];
  return fields.length ? [...new Set(fields)].slice(0, 5) : [reasonOf(cause)];
}
