import type { Product } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { Chip, Chips } from "../../components/Chip";
import { Fold } from "../../components/Fold";
import type { Why as Answer, Judgement, Verdict } from "../../finder";
import { dotted } from "../../lib/dotted";
import { answers, href, products, setAnswers, snapshot, t } from "../../state";
import { droppedWords, relaxed } from "../advice/relaxing";
import { nameOf } from "../need/piece";
import { Lines } from "./Lines";
import { VerdictSign } from "./VerdictSign";
import style from "./why.module.css";

interface Props {
  product: Product;
  why: Answer;
  /** Unfolded at once: the seller asked for it. */
  open: boolean;
}

/** Why this piece, or why not: its place, what stands in its way, every point with its verdict, and the best beside it. */
export function Why({ product, why, open }: Props) {
  const title = t(why.place === null ? "why.title.not" : "why.title.so");
  return (
    <div class={style.why}>
      {why.place === null && <Against why={why} />}
      <Fold title={title} line={lineOf(why)} open={open || why.place === null}>
        {(["fails", "unknown", "meets"] as const).map((verdict) => (
          <Points key={verdict} verdict={verdict} all={why.criteria} />
        ))}
        <Best product={product} why={why} />
      </Fold>
    </div>
  );
}

/** "3e sur 12 · 8 points répondent, 2 non". */
function lineOf(why: Answer): string {
  const count = (verdict: Verdict) => why.criteria.filter((one) => one.verdict === verdict).length;
  const points = (["meets", "fails", "unknown"] as const)
    .map((verdict) => ({ verdict, n: count(verdict) }))
    .filter(({ n }) => n > 0)
    .map(({ verdict, n }) => t(`why.${verdict}`, { n }));
  return dotted(why.place === null ? "" : placeOf(why.place, why.of, "why.line"), ...points);
}

const placeOf = (place: number, of: number, key: string): string =>
  place === 1 ? t(`${key}.first`, { n: of }) : t(`${key}.place`, { place, of });

/** What rules it out, each in the piece's own figures; and what it would take, each one tap. */
function Against({ why }: { why: Answer }) {
  const finder = snapshot.value?.finder;
  if (!finder) return null;
  return (
    <section class={style.against}>
      <h2 class={style.title}>{t("why.against")}</h2>
      <ul>
        {why.against.map((line) => (
          <li key={line.code} class={style.point}>
            <VerdictSign verdict="fails" />
            <span>{line.text}</span>
          </li>
        ))}
      </ul>
      <Chips label={t("advice.relax.label")}>
        {why.ways.map(({ drop, place, of }) => (
          <Chip key={drop.join()} kind="firm" onClick={() => setAnswers(relaxed(answers.peek(), drop))}>
            {t("why.way", {
              words: droppedWords(finder, answers.value, drop)
                .map((word) => t("advice.relax.word", { word }))
                .join(t("advice.relax.and")),
              place: place === null ? "" : placeOf(place, of, "why.way"),
            })}
          </Chip>
        ))}
      </Chips>
    </section>
  );
}

const SHARES = 5;

/** The points of one verdict under its sign and its word; the weight as a few marks. */
function Points({ verdict, all }: { verdict: Verdict; all: readonly Judgement[] }) {
  const points = all.filter((one) => one.verdict === verdict);
  if (!points.length) return null;
  const most = Math.max(...all.map(({ weight }) => weight), 1);
  return (
    <section class={`${style.group} ${style[verdict]}`}>
      <h3 class={style.verdict}>
        <VerdictSign verdict={verdict} plain />
        {t(`why.${verdict}`, { n: points.length })}
      </h3>
      <ul>
        {points.map((point) => (
          <li key={`${point.code} ${point.strength}`} class={style.point}>
            <VerdictSign verdict={verdict} />
            <span>
              {point.missing.length ? labelsOf(point.missing) : point.text}
              <Tags point={point} />
            </span>
            <Weight share={Math.max(1, Math.round((point.weight / most) * SHARES))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What nobody states; its verdict already stands above it. */
const labelsOf = (names: readonly string[]): string => {
  const labels = snapshot.value?.finder.comparing?.labels ?? {};
  return names.map((name) => labels[name] ?? name).join(", ");
};

/** Whether the customer asked for it, and whether an estimate decides. */
function Tags({ point }: { point: Judgement }) {
  const tags = [
    point.strength === "soft" ? "" : t(`ui.strength.${point.strength}`),
    point.provenance === "estimate" ? t("why.estimate") : "",
  ].filter(Boolean);
  return tags.map((tag) => (
    <span key={tag} class={style.tag}>
      {tag}
    </span>
  ));
}

function Weight({ share }: { share: number }) {
  return (
    <span class={style.weight} role="img" aria-label={t("why.weight", { n: share })}>
      {[1, 2, 3, 4, 5].map((at) => (
        <i key={at} class={at <= share ? style.full : ""} />
      ))}
    </span>
  );
}

/** The best piece beside this one: what only one of them has, and all that tells them apart. */
function Best({ product, why }: { product: Product; why: Answer }) {
  const best = why.best && products.value.get(why.best.ref);
  if (!why.best || !best) return null;
  const { has, has_not, differences } = why.best;
  return (
    <section class={style.group}>
      <h3 class={style.verdict}>{t("why.best", { name: nameOf(best) })}</h3>
      <Lines title={t("why.best.has")} lines={has.map(({ text }) => text)} />
      <Lines title={t("why.best.has_not")} lines={has_not.map(({ text }) => text)} />
      <Lines title={t("why.best.differences")} lines={differences.map(({ text }) => text)} />
      <p>
        <Button href={href("/compare", { refs: `${best.ref},${product.ref}` })}>{t("why.compare")}</Button>
      </p>
    </section>
  );
}
