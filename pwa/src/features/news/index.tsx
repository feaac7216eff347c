import { useEffect } from "preact/hooks";
import { BackBar } from "../../components/BackBar";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import reading from "../../components/reading.module.css";
import { Silhouette } from "../../components/Silhouette";
import { date, money } from "../../lib/format";
import { back, categories, href, navigate, products, snapshot, t } from "../../state";
import { startAside } from "../../state/aside";
import { type RangeNews, rangeNews, rangeSeen, rangeSeenAt } from "../../state/range";
import { nameOf } from "../need/piece";
import style from "./news.module.css";

/** What the latest editions of the catalogue brought since this seller last looked. */
export default function NewsPage() {
  useEffect(startAside, []);
  const news = rangeNews.value;
  return (
    <div class={reading.page}>
      <BackBar onBack={() => back("/home")} />
      {news ? (
        <News news={news} />
      ) : (
        <Empty heading="h1" drawing="beacon" title={t("news.none.title")} text={t("news.none.text")} />
      )}
    </div>
  );
}

function News({ news: { added, prices, removed } }: { news: RangeNews }) {
  const currency = snapshot.value?.shop.currency;
  return (
    <>
      <h1 class={reading.title}>{t("news.title")}</h1>
      {rangeSeenAt.value && <p class={reading.text}>{t("news.since", { when: date(rangeSeenAt.value, "short") })}</p>}
      {added.length > 0 && (
        <section class={reading.part}>
          <h2 class={reading.heading}>{t("news.added", { n: added.length })}</h2>
          <ul>
            {added.map((ref) => (
              <Piece key={ref} of={ref} />
            ))}
          </ul>
        </section>
      )}
      {prices.length > 0 && (
        <section class={reading.part}>
          <h2 class={reading.heading}>{t("news.prices", { n: prices.length })}</h2>
          <ul>
            {prices.map(({ ref, before, after }) => (
              <Piece
                key={ref}
                of={ref}
                line={t("news.price", { before: money(before, currency), after: money(after, currency) })}
              />
            ))}
          </ul>
        </section>
      )}
      {removed > 0 && <p class={style.removed}>{t("news.removed", { n: removed })}</p>}
      <p class={style.foot}>
        <Button
          kind="main"
          wide
          onClick={() => {
            void rangeSeen();
            navigate("/home", { replace: true });
          }}
        >
          {t("news.seen")}
        </Button>
      </p>
    </>
  );
}

function Piece({ of: ref, line }: { of: string; line?: string }) {
  const product = products.value.get(ref);
  if (!product) return null;
  return (
    <li>
      <a class={style.piece} href={href(`/product/${encodeURIComponent(ref)}`)}>
        <Silhouette
          class={style.picture}
          drawing={categories.value.get(product.category)?.silhouette}
          colour={product.colours[0]?.hex}
        />
        <span class={style.words}>
          <strong class={style.name}>{nameOf(product)}</strong>
          <span class={style.line}>{line ?? product.use}</span>
        </span>
      </a>
    </li>
  );
}
