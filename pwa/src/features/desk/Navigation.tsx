import { Keyboard, Menu, Smartphone } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Brand } from "../../components/Brand";
import { Drawer } from "../../components/Drawer";
import { href, route, session, t } from "../../state";
import style from "./Navigation.module.css";
import type { Room } from "./rooms";

interface Props {
  rooms: readonly Room[];
  current: string | null;
  onHelp: () => void;
}

/** The rooms at the left of a laptop; on a phone one bar with a menu. */
export function Navigation({ rooms, current, onHelp }: Props) {
  return (
    <div class={style.navigation}>
      <div class={style.side}>
        <a class={style.brand} href={href("/desk")} aria-label={t("desk.brand")}>
          <Brand />
        </a>
        <nav aria-label={t("desk.nav")}>
          <Places rooms={rooms} current={current} />
        </nav>
        <footer class={style.foot}>
          <p class={style.who}>{session.value?.person.name}</p>
          <button type="button" class={style.place} onClick={onHelp}>
            <Keyboard aria-hidden="true" />
            {t("desk.keys")}
          </button>
          <ToShop />
        </footer>
      </div>
      <Bar rooms={rooms} current={current} />
    </div>
  );
}

function Bar({ rooms, current }: Omit<Props, "onHelp">) {
  const [open, setOpen] = useState(false);
  const { path } = route.value;
  useEffect(() => setOpen(false), [path]);
  return (
    <div class={style.bar}>
      <button type="button" class={style.menu} onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Menu aria-hidden="true" />
        <span>{t("desk.menu")}</span>
      </button>
      <a class={style.shop} href={href("/home")}>
        <Smartphone aria-hidden="true" />
        {t("desk.shop.short")}
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

function Places({ rooms, current }: Omit<Props, "onHelp">) {
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
