import type { Category, Snapshot } from "../../catalogue/types";
import { Silhouette } from "../../components/Silhouette";
import { capital } from "../../lib/format";
import { snapshot, t } from "../../state";
import style from "./search.module.css";

interface Props {
  onCategory: (id: string) => void;
}

interface Shelf {
  id: string;
  label: string;
  categories: { category: Category; count: number }[];
}

/** What the shop carries, by family: for the seller who does not know the word yet. */
export function Browse({ onCategory }: Props) {
  if (!snapshot.value) return null;
  return (
    <div class={style.browse}>
      {shelves(snapshot.value).map((shelf) => (
        <section key={shelf.id}>
          <h2 class={style.shelf}>{shelf.label}</h2>
          <ul class={style.tiles}>
            {shelf.categories.map(({ category, count }) => (
              <li key={category.id}>
                <button type="button" class={style.tile} onClick={() => onCategory(category.id)}>
                  <Silhouette drawing={category.silhouette} class={style.sign} />
                  <span>
                    {capital(category.plural)}
                    <span class={style.models}>{t("search.count", { n: count })}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Families in the catalogue's order, each with its categories of which the shop has a model. */
function shelves(catalogue: Snapshot): Shelf[] {
  const counts = new Map<string, number>();
  for (const { category } of catalogue.products) counts.set(category, (counts.get(category) ?? 0) + 1);
  const found = new Map<string, Shelf>();
  for (const category of catalogue.categories) {
    const count = counts.get(category.id);
    if (!count) continue;
    const label = catalogue.groups.find((group) => group.id === category.family)?.label ?? t("search.accessories");
    const shelf = found.get(category.family) ?? { id: category.family, label, categories: [] };
    shelf.categories.push({ category, count });
    found.set(category.family, shelf);
  }
  return [...found.values()];
}
