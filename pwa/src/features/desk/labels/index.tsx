import { Download, Printer } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import { say } from "../../../components/Toast";
import { fetchLabels, type LabelSheet, type LabelWish, lookAtLabels } from "../../../lib/apiLabels";
import { log } from "../../../lib/log";
import { explain, lang, t } from "../../../state";
import { Failed } from "../parts/Failed";
import page from "../parts/page.module.css";
import { saveFile } from "../parts/saveFile";
import { useAsked } from "../parts/useAsked";
import { useShops } from "../parts/useShops";
import { Waiting } from "../parts/Waiting";
import type { RoomProps } from "../rooms";
import style from "./labels.module.css";
import { printed } from "./print";
import { WishFields } from "./WishFields";
import { PAPERS, type Wish, wishOf } from "./wish";

/** Labels as sheets: which pieces, on which paper, from which place of a sheet that is begun; seen before it is printed. */
export default function LabelsRoom({ query }: RoomProps) {
  const shops = useShops(query.shop);
  const [wish, setWish] = useState<Wish>(() => wishOf(query, lang.peek()));
  const full: LabelWish | null = shops.id ? { ...toServer(wish), shop: shops.id } : null;
  const asked = useAsked(full ? `labels ${JSON.stringify(full)}` : null, (signal) =>
    full ? lookAtLabels(full, signal) : Promise.reject(new TypeError("no shop yet")),
  );
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("labels.title")}</h1>
          <p class={page.lead}>{t("labels.lead")}</p>
        </div>
      </header>
      <div class={style.sides}>
        <div>
          <WishFields wish={wish} onWish={setWish} shops={shops} />
          {full && <Deeds wish={full} sheet={asked.data} />}
        </div>
        <section class={style.look} aria-label={t("labels.first")} aria-busy={asked.busy}>
          {asked.failure && !asked.data && <Failed text={asked.failure} onAgain={asked.again} />}
          {!asked.data && !asked.failure && <Waiting rows={8} />}
          {asked.data && <First sheet={asked.data} wish={wish} />}
        </section>
      </div>
    </>
  );
}

const toServer = ({ category, copies, skip, since, ...rest }: Wish): Omit<LabelWish, "shop"> => ({
  ...rest,
  categories: category ? [category] : [],
  copies,
  skip: Math.min(skip, PAPERS[rest.format].places - 1),
  since: rest.only === "all" ? null : since,
});

/** The first sheet as it will come out of the printer. */
function First({ sheet, wish }: { sheet: LabelSheet; wish: Wish }) {
  if (!sheet.first) return <Empty drawing="tent" title={t("labels.none")} text={t(`labels.none.${wish.only}`)} />;
  const { width, height } = PAPERS[wish.format];
  return (
    <img
      class={style.sheet}
      style={{ aspectRatio: `${width} / ${height}` }}
      src={`data:image/png;base64,${sheet.first}`}
      alt={t("labels.picture", { n: sheet.labels })}
    />
  );
}

/** How much it is, and the two ways out: printer or file. */
function Deeds({ wish, sheet }: { wish: LabelWish; sheet: LabelSheet | undefined }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const take = async (give: (file: Blob, name: string) => void) => {
    setBusy(true);
    setFailure(null);
    try {
      const { file, name } = await fetchLabels(wish);
      give(file, name);
      say(t("labels.made", { n: sheet?.labels ?? 0 }));
    } catch (cause) {
      log.info("labels not made", cause);
      setFailure(explain(cause));
    }
    setBusy(false);
  };
  const many = (sheet?.labels ?? 0) > (sheet?.most ?? 0);
  const nothing = !sheet || sheet.labels === 0 || many;
  return (
    <div class={style.deeds}>
      <p role="status" class={style.sum}>
        {sheet &&
          sheet.labels > 0 &&
          t("labels.count", { n: sheet.labels, sheets: t("labels.sheets", { n: sheet.sheets }) })}
      </p>
      {many && <p class={style.failure}>{t("labels.many", { most: String(sheet?.most ?? 0) })}</p>}
      <div class={style.ways}>
        <Button kind="main" disabled={busy || nothing} onClick={() => void take(printed)}>
          <Printer aria-hidden="true" />
          {t("labels.print")}
        </Button>
        <Button disabled={busy || nothing} onClick={() => void take(saveFile)}>
          <Download aria-hidden="true" />
          {t("labels.save")}
        </Button>
      </div>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </div>
  );
}
