import { TriangleAlert } from "lucide-preact";
import type { PricedProduct, PricedVariant } from "../../../lib/apiPrices";
import { t } from "../../../state";
import { PieceName } from "../parts/PieceName";
import type { Column } from "../parts/table";
import { range } from "./amounts";
import { draftsOf, shownOf } from "./draft";
import style from "./prices.module.css";

/** What a piece shows with its sizes folded. */
export function columnsOf(
  shop: string,
  currency: string,
  narrow: boolean,
  tall: boolean,
): readonly Column<PricedProduct>[] {
  const all: readonly Column<PricedProduct>[] = [
    {
      id: "name",
      title: t("prices.piece"),
      cell: (piece) => <Name piece={piece} shop={shop} narrow={narrow} tall={tall} />,
    },
    { id: "sizes", title: t("prices.sizes"), width: "7rem", minor: true, cell: (piece) => sizes(piece, shop) },
    {
      id: "price",
      title: t("prices.price"),
      width: "8.5rem",
      figure: true,
      cell: (piece) => price(piece, shop, currency),
    },
    {
      id: "reference",
      title: t("prices.reference"),
      width: "8.5rem",
      figure: true,
      minor: true,
      cell: (piece) => <Reference piece={piece} shop={shop} currency={currency} />,
    },
    {
      id: "lowest",
      title: t("prices.lowest"),
      width: "10rem",
      figure: true,
      minor: true,
      cell: (piece) => <Lowest variants={piece.variants} currency={currency} />,
    },
  ];
  return narrow ? all.filter(({ id }) => id !== "sizes" && id !== "lowest") : all;
}

interface NameProps {
  piece: PricedProduct;
  shop: string;
  narrow: boolean;
  tall: boolean;
}

function Name({ piece, shop, narrow, tall }: NameProps) {
  const drafts = draftsOf(shop);
  const changed = piece.variants.filter(({ gtin }) => drafts.has(gtin)).length;
  return (
    <PieceName name={piece.name} brand={narrow ? "" : piece.brand} tall={tall}>
      {changed > 0 && (
        <span class={style.changed}>
          <span class={narrow || tall ? "spoken" : ""}>{t("prices.changed", { n: changed })}</span>
        </span>
      )}
    </PieceName>
  );
}

function sizes({ variants }: PricedProduct, shop: string): string {
  const here = variants.filter((variant) => shownOf(shop, variant) !== null).length;
  return here === variants.length
    ? t("prices.sizes.all", { n: here })
    : t("prices.sizes.of", { here: String(here), n: variants.length });
}

function price({ variants }: PricedProduct, shop: string, currency: string) {
  return (
    range(
      variants.map((variant) => shownOf(shop, variant)?.price ?? null),
      currency,
    ) ?? "–"
  );
}

function Reference({ piece, shop, currency }: { piece: PricedProduct; shop: string; currency: string }) {
  const shown = range(
    piece.variants.map((variant) => shownOf(shop, variant)?.reference ?? null),
    currency,
  );
  const above = piece.variants.some(({ is_above }) => is_above);
  if (!shown) return <span>–</span>;
  return above ? (
    <span class={style.above}>
      <TriangleAlert aria-hidden="true" /> <span class="spoken">{t("prices.above")}</span> {shown}
    </span>
  ) : (
    <span>{shown}</span>
  );
}

function Lowest({ variants, currency }: { variants: readonly PricedVariant[]; currency: string }) {
  const shown = range(
    variants.map(({ lowest_cents }) => lowest_cents),
    currency,
  );
  if (!shown) return <span class={style.unknown}>{t("prices.lowest.none")}</span>;
  const short = variants.some(({ lowest_state }) => lowest_state === "short");
  return short ? (
    <span class={style.short}>
      {shown} <span class="spoken">{t("prices.lowest.short")}</span>
    </span>
  ) : (
    <span>{shown}</span>
  );
}
