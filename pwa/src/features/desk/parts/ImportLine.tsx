import type { ImportSummary } from "../../../lib/apiImports";
import { age } from "../../../lib/format";
import { href, t } from "../../../state";
import style from "./ImportLine.module.css";
import { saidNote } from "./saidNote";

/** One import of a list: its name, whose and when, and how it stands. */
export function ImportLine({ of }: { of: ImportSummary }) {
  return (
    <li>
      <a class={style.import} href={href(`/desk/import/${of.id}`)}>
        <span class={style.name}>{saidNote(of.name)}</span>
        <span class={style.about}>{t("desk.import.by", { author: of.author, age: age(of.created_at) })}</span>
        <span class={`${style.state} ${style[of.state]}`}>
          {t(`desk.import.state.${of.state}`, { revision: of.published_revision ?? 0 })}
        </span>
      </a>
    </li>
  );
}
