import type { ComponentType } from "preact";
import style from "./BottomNav.module.css";
import { useHold } from "./useHold";

export interface NavItem {
  id: string;
  label: string;
  /** "#/…" */
  href: string;
  icon: ComponentType<{ "aria-hidden"?: boolean | "true" | "false" }>;
  /** The one in the middle, larger than the others. */
  centre?: boolean;
  /** What a finger that stays on it does, besides what its page offers. */
  onHold?: (() => void) | undefined;
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
          <Item key={item.id} item={item} isCurrent={item.id === current} />
        ))}
      </ul>
    </nav>
  );
}

function Item({ item, isCurrent }: { item: NavItem; isCurrent: boolean }) {
  const hold = useHold(item.onHold);
  return (
    <li class={item.centre ? style.centre : ""}>
      <a
        class={`${style.item} ${item.onHold ? style.held : ""}`}
        href={item.href}
        aria-current={isCurrent ? "page" : undefined}
        {...hold}
      >
        <item.icon aria-hidden="true" />
        <span class={style.label}>{item.label}</span>
      </a>
    </li>
  );
}
