import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import { type LabelSheet, type LabelWish, lookAtLabels } from "../../../lib/apiLabels";
import { lang, t } from "../../../state";
import { Failed } from "../parts/Failed";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import { useShops } from "../parts/useShops";
import { Waiting } from "../parts/Waiting";
import type { RoomProps } from "../rooms";
import { Deeds } from "./Deeds";
import { Last } from "./Last";
import style from "./labels.module.css";
import { WishFields } from "./WishFields";
import { afterFile, PAPERS, toServer, type Wish, wishOf } from "./wish";

/** Labels as sheets: which pieces, on which paper, from which place of a sheet that is begun; seen before it is printed. */
export default function LabelsRoom({ query }: RoomProps) {
  // Another address is another wish.
  return <Sheets key={JSON.stringify(query)} query={query} />;
}

function Sheets({ query }: Pick<RoomProps, "query">) {
  const shops = useShops(query.shop);
  const [wish, setWish] = useState<Wish>(() => wishOf(query, lang.peek()));
  const [isChosen, setChosen] = useState(query.only !== undefined);
  const full: LabelWish | null = shops.id ? { ...toServer(wish), shop: shops.id } : null;
  const asked = useAsked(full ? `labels ${JSON.stringify(full)}` : null, (signal) =>
    full ? lookAtLabels(full, signal) : Promise.reject(new TypeError("no shop yet")),
  );
  const sheet = asked.data;
  const choose = (next: Wish) => {
    setChosen(true);
    setWish(next);
  };
  // Where nothing is out of date and nobody asked for that, the whole assortment is of more use.
  const isPassing = !isChosen && wish.only === "due" && sheet?.due === 0;
  useEffect(() => {
    if (isPassing) choose({ ...wish, only: "all" });
  }, [isPassing]);
  const onDone = () => {
    setChosen(true);
    // Somebody may have gone on to another wish while the file was made.
    setWish((now) => (now === wish ? afterFile(wish, sheet?.parts ?? 1) : now));
    asked.again();
  };
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
          <WishFields wish={wish} onWish={choose} shops={shops} sheet={sheet} />
          {full && (
            <Deeds wish={full} sheet={sheet} onDone={onDone} onOutdated={asked.again}>
              {sheet?.last && <Last printing={sheet.last} onBack={asked.again} />}
            </Deeds>
          )}
        </div>
        <section class={style.look} aria-label={t("labels.first")} aria-busy={asked.busy}>
          {asked.failure && !sheet && <Failed text={asked.failure} onAgain={asked.again} />}
          {(isPassing || !sheet) && !asked.failure && <Waiting rows={8} />}
          {sheet && !isPassing && (
            <First sheet={sheet} wish={wish} onAll={() => choose({ ...wish, only: "all", category: "", part: 1 })} />
          )}
        </section>
      </div>
    </>
  );
}

/** The first sheet as it will come out of the printer. */
function First({ sheet, wish, onAll }: { sheet: LabelSheet; wish: Wish; onAll: () => void }) {
  if (!sheet.first)
    return (
      <Empty
        drawing={wish.only === "due" ? "cairn" : "tent"}
        title={t(wish.only === "due" ? "labels.done" : "labels.none")}
        text={t(wish.only === "due" && wish.category ? "labels.none.due.category" : `labels.none.${wish.only}`)}
      >
        {wish.only !== "all" && <Button onClick={onAll}>{t("labels.which.all")}</Button>}
      </Empty>
    );
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
