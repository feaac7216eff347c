import type { ComponentType } from "preact";
import style from "./BottomNav.module.css";

export interface NavItem {
  id: string;
  label: string;
  /** "#/…" */
  href: string;
  icon: ComponentType<{ "aria-hidden"?: boolean | "true" | "false" }>;
  /** The one in the middle, larger than the others. */
  centre?: boolean;
}

interface Props {
  items: readonly NavItem[];
  /** Id of the present place, or null. */
  current: string | null;
  /** What the bar is, for a screen reader. */
  label: string;
}

/** The places of the application, under the thumb; at the side where there is room. */
export function BottomNav({ items, current, label }: Props) {
  return (
    <nav class={style.nav} aria-label={label}>
      <ul class={style.list}>
        {items.map((item) => (
          <li key={item.id} class={item.centre ? style.centre : ""}>
            <a class={style.item} href={item.href} aria-current={item.id === current ? "page" : undefined}>
              <item.icon aria-hidden="true" />
              <span class={style.label}>{item.label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
