import { useState } from "preact/hooks";
import { fetchClaims, type StockClaim, type StockedProduct, type StockedVariant } from "../../../lib/apiStock";
import { moment, number, time } from "../../../lib/format";
import { t } from "../../../state";
import page from "../parts/page.module.css";
import { SidePanel } from "../parts/SidePanel";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import style from "./stock.module.css";

interface Props {
  shop: string;
  piece: StockedProduct;
  onClose: () => void;
}

/** A piece by its sizes, and of one of them all that was said, the latest first. */
export function Piece({ shop, piece, onClose }: Props) {
  const [gtin, setGtin] = useState(piece.variants[0]?.gtin ?? "");
  return (
    <SidePanel title={piece.name} onClose={onClose}>
      <fieldset class={style.choose}>
        <legend class="spoken">{t("stock.sizes")}</legend>
        {piece.variants.map((variant) => (
          <SizeChoice
            key={variant.gtin}
            variant={variant}
            chosen={variant.gtin === gtin}
            onChoose={() => setGtin(variant.gtin)}
          />
        ))}
      </fieldset>
      <h3 class={page.heading}>{t("stock.story")}</h3>
      <Story key={gtin} shop={shop} gtin={gtin} />
    </SidePanel>
  );
}

function SizeChoice({ variant, chosen, onChoose }: { variant: StockedVariant; chosen: boolean; onChoose: () => void }) {
  const { size, colour, level } = variant;
  return (
    <label class={`${style.option} ${chosen ? style.chosen : ""}`}>
      <input class={style.radio} type="radio" name="stock-size" checked={chosen} onChange={onChoose} />
      <span>{[size, colour?.name].filter(Boolean).join(", ")}</span>
      <span class={style.figure}>
        {level ? t("stock.of", { n: level.quantity, when: moment(level.counted_at) }) : t("stock.never")}
      </span>
    </label>
  );
}

function Story({ shop, gtin }: { shop: string; gtin: string }) {
  const { data, failure } = useAsked(`claims ${shop} ${gtin}`, (signal) => fetchClaims(shop, gtin, signal));
  if (failure && !data) return <p class={page.note}>{failure}</p>;
  if (!data) return <Waiting rows={3} />;
  if (data.length === 0) return <p class={page.note}>{t("stock.story.none")}</p>;
  return (
    <ol class={style.story}>
      {data.map((claim, i) => (
        <Claim key={`${claim.at} ${i}`} claim={claim} />
      ))}
    </ol>
  );
}

/** "compté 4 · −1 : un de moins qu'attendu", with its hour and its witness. */
function Claim({ claim }: { claim: StockClaim }) {
  const { what, amount, before, after, heard, by, note, at } = claim;
  const gap = what === "counted" && before !== null ? amount - before : 0;
  const signed = number(amount, { signDisplay: "exceptZero" }).replace("-", "\u2212");
  return (
    <li class={heard ? "" : style.unheard}>
      <p class={style.said}>
        <strong>
          {what === "counted" ? t("stock.claim.counted", { n: amount }) : `${signed} · ${t(`stock.claim.${what}`)}`}
        </strong>
        {what !== "counted" && after !== null && <span>{t("stock.claim.then", { n: after })}</span>}
        {gap !== 0 && (
          <span class={style.gap}>
            {t(gap < 0 ? "stock.claim.less" : "stock.claim.more", { n: Math.abs(gap), expected: String(before) })}
          </span>
        )}
      </p>
      <p class={page.note}>
        {[`${moment(at)}${isTimed(at) ? ` ${time(at)}` : ""}`, t(`stock.by.${by}`), note].filter(Boolean).join(" · ")}
        {!heard && ` · ${t(before === null ? "stock.unheard.uncounted" : "stock.unheard")}`}
      </p>
    </li>
  );
}

/** Today's moment is its hour already. */
const isTimed = (at: string): boolean => new Date(at).toDateString() !== new Date().toDateString();
