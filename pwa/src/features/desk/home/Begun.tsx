import { age } from "../../../lib/format";
import { log } from "../../../lib/log";
import { href, t } from "../../../state";
import { type Draftable, type ListedDraft, listDeskDrafts } from "../../../state/deskDrafts";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import style from "./home.module.css";

/** What somebody began on this device and did not propose: it needs no network. Nothing where nothing was begun. */
export function Begun() {
  const { data } = useAsked("drafts of this device", begun);
  if (!data?.length) return null;
  return (
    <section>
      <h2 class={page.heading}>{t("home.desk.begun")}</h2>
      <ul>
        {data.map((draft) => (
          <li key={`${draft.kind} ${draft.id}`}>
            <a class={style.line} href={placeOf(draft)}>
              <strong class={style.figure}>{draft.count}</strong>
              <span>
                <span class={style.name}>{t(`home.desk.begun.${draft.kind}`, { name: draft.name || draft.id })}</span>
                <span class={style.about}>{t(ageOf(draft), { n: draft.count, age: age(draft.at) })}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const begun = (): Promise<ListedDraft[]> =>
  listDeskDrafts().catch((cause: unknown) => {
    log.warn("drafts not listed", cause);
    return [];
  });

const PLACES: Readonly<Record<Draftable, (draft: ListedDraft) => string>> = {
  product: ({ id, isNew }) => href(`/desk/products/${encodeURIComponent(id)}`, isNew ? { new: "1" } : {}),
  knowledge: () => href("/desk/knowledge"),
  prices: ({ id }) => href("/desk/prices", { shop: id }),
  delivery: ({ id }) => href("/desk/stock/delivery", { shop: id }),
  count: ({ id }) => href("/desk/stock/count", { shop: id }),
};
const isList = ({ kind }: ListedDraft): boolean => kind === "delivery" || kind === "count";
const ageOf = (draft: ListedDraft): string => (isList(draft) ? "home.desk.begun.list" : "home.desk.begun.age");
const placeOf = (draft: ListedDraft): string => PLACES[draft.kind](draft);
