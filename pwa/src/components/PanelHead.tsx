import { X } from "lucide-preact";
import type { Ref } from "preact";
import { t } from "../lib/i18n";
import style from "./PanelHead.module.css";

interface Props {
  title: string;
  /** The panel is labelled by it. */
  id: string;
  onClose: () => void;
  /** Where the focus goes when the panel is opened. */
  heading?: Ref<HTMLHeadingElement>;
}

/** The head of what lies over or beside a page: its title, and the way to close it. */
export function PanelHead({ title, id, onClose, heading }: Props) {
  return (
    <header class={style.head}>
      <h2 id={id} ref={heading} tabIndex={heading ? -1 : undefined} class={style.title}>
        {title}
      </h2>
      <button type="button" class={style.close} aria-label={t("ui.close")} onClick={onClose}>
        <X aria-hidden="true" />
      </button>
    </header>
  );
}
