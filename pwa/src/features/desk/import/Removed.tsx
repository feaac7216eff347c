import type { Removal, Removals } from "../../../lib/apiImports";
import { t } from "../../../state";
import page from "../parts/page.module.css";
import { removedText } from "../parts/removed";
import { fieldLabel } from "../parts/values";
import style from "./TrialView.module.css";

/** What goes, one by one: nobody takes anything away without having seen it. */
export function Removed({ removals }: { removals: Removals | null }) {
  if (!removals || removals.count === 0) return null;
  const { count, listed } = removals;
  return (
    <section class={page.part} aria-labelledby="removed">
      <h2 id="removed" class={page.heading}>
        {t("import.removed", { gone: removedText(removals) })}
      </h2>
      <ul class={style.removed}>
        {listed.map((one) => (
          <li key={`${one.kind} ${one.id} ${one.shop} ${one.field}`}>
            <span class={style.kind}>{t(`import.removed.${one.kind}`)}</span> {nameOf(one)}
          </li>
        ))}
      </ul>
      {count > listed.length && <p class={page.note}>{t("import.removed.more", { n: count - listed.length })}</p>}
    </section>
  );
}

function nameOf({ id, name, size, colour, shop, field }: Removal): string {
  return [name ?? id, size, colour, shop, field && fieldLabel(field)].filter(Boolean).join(", ");
}
