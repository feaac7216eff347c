import { Keyboard, Menu, Search, Smartphone } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Brand } from "../../components/Brand";
import { Drawer } from "../../components/Drawer";
import { href, route, session, t } from "../../state";
import style from "./Navigation.module.css";
import type { Room } from "./rooms";
import type { Over } from "./shortcuts";

interface Props {
  rooms: readonly Room[];
  current: string | null;
  onOpen: (what: Over) => void;
}

/** The rooms at the left of a laptop; on a phone one bar with a menu. */
export function Navigation({ rooms, current, onOpen }: Props) {
  return (
    <div class={style.navigation}>
      <div class={style.side}>
        <a class={style.brand} href={href("/desk")} aria-label={t("desk.brand")}>
          <Brand />
        </a>
        <button type="button" class={style.find} onClick={() => onOpen("search")} aria-keyshortcuts="Control+K Meta+K">
          <Search aria-hidden="true" />
          {t("desk.find.short")}
          <span class={style.keys} aria-hidden="true">
            {t("desk.keys.find.keys")}
          </span>
        </button>
        <nav aria-label={t("desk.nav")}>
          <Places rooms={rooms} current={current} />
        </nav>
        <footer class={style.foot}>
          <p class={style.who}>{session.value?.person.name}</p>
          <button type="button" class={style.place} onClick={() => onOpen("help")}>
            <Keyboard aria-hidden="true" />
            {t("desk.keys")}
          </button>
          <ToShop />
        </footer>
      </div>
      <Bar rooms={rooms} current={current} onOpen={onOpen} />
    </div>
  );
}

function Bar({ rooms, current, onOpen }: Props) {
  const [open, setOpen] = useState(false);
  const { path } = route.value;
  useEffect(() => setOpen(false), [path]);
  return (
    <div class={style.bar}>
      <button type="button" class={style.menu} onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Menu aria-hidden="true" />
        <span>{t("desk.menu")}</span>
      </button>
      <button type="button" class={style.menu} onClick={() => onOpen("search")} aria-haspopup="dialog">
        <Search aria-hidden="true" />
        <span>{t("desk.find.short")}</span>
      </button>
      <a class={style.menu} href={href("/home")}>
        <Smartphone aria-hidden="true" />
        <span>{t("desk.shop.short")}</span>
      </a>
      {open && (
        <Drawer title={t("desk.title")} onClose={() => setOpen(false)}>
          <nav aria-label={t("desk.nav")}>
            <Places rooms={rooms} current={current} />
          </nav>
          <ToShop />
        </Drawer>
      )}
    </div>
  );
}

function Places({ rooms, current }: Omit<Props, "onOpen">) {
  return (
    <ul class={style.places}>
      {rooms.map(({ id, icon: Icon, apart }) => (
        <li key={id} class={apart ? style.apart : ""}>
          <a
            class={style.place}
            href={href(id === "home" ? "/desk" : `/desk/${id}`)}
            aria-current={id === current ? "page" : undefined}
          >
            <Icon aria-hidden="true" />
            {t(`desk.room.${id}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function ToShop() {
  return (
    <a class={style.place} href={href("/home")}>
      <Smartphone aria-hidden="true" />
      {t("desk.shop")}
    </a>
  );
}
