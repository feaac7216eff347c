import type { Product } from "../../catalogue/types";
import { Chip, Chips } from "../../components/Chip";
import { directions } from "../../finder/refine";
import { navigate, snapshot, t } from "../../state";
import { sheetOpen } from "../advice/view";
import { refinement } from "../need/refinement";

/** "Lighter", "cheaper"…: from this piece to the next, one tap. */
export function RefineChips({ product }: { product: Product }) {
  const finder = snapshot.value?.finder;
  const offered = finder ? directions(finder, product) : [];
  const now = refinement.value;
  if (!offered.length) return null;
  return (
    <Chips label={t("refine.label")}>
      {offered.map((towards) => (
        <Chip
          key={towards}
          kind="firm"
          on={now?.from === product.ref && now.towards === towards}
          onClick={() => refineFrom(product.ref, towards)}
        >
          {t(`refine.${towards}`)}
        </Chip>
      ))}
    </Chips>
  );
}

/** Show the list of what is better in that way; the wish stands in the need until it is taken away. */
function refineFrom(from: string, towards: string): void {
  refinement.value = { from, towards };
  sheetOpen.value = true;
  navigate("/advice");
}
