import { Button } from "../../components/Button";
import { Topo } from "../../components/Topo";
import { date } from "../../lib/format";
import { session, snapshot, t } from "../../state";
import { About } from "./About";
import { Appearance } from "./Appearance";
import { Devices } from "./Devices";
import { Freshness } from "./Freshness";
import { Invite } from "./Invite";
import { Learning } from "./Learning";
import { HandOver } from "./SharedPhone";
import { SharedPhones } from "./SharedPhones";
import style from "./shop.module.css";
import { Team } from "./Team";
import { ThisPhone } from "./ThisPhone";

/** The shop, how fresh what is shown is, and how this phone shows it. */
export default function ShopPage() {
  const shop = snapshot.value?.shop;
  const role = session.value?.person.role;
  return (
    <div class={style.page}>
      <header class={style.head}>
        <div class={style.relief}>
          <Topo seed={shop?.id ?? "shop"} />
        </div>
        <h1 class={style.title}>{shop?.name ?? session.value?.shop.name ?? t("nav.shop")}</h1>
        {shop && (
          <p class={style.sub}>
            {shop.place}
            {shop.place && <br />}
            {t("shop.dates", { from: date(shop.opens_on), to: date(shop.closes_on) })}
          </p>
        )}
        {shop?.demonstration && <p class={style.demonstration}>{t("shop.demonstration")}</p>}
      </header>
      <HandOver />
      <Freshness />
      <Learning />
      <Appearance />
      <ThisPhone />
      {role && role !== "seller" ? (
        <>
          <Button href="#/desk" wide>
            {t("shop.desk")}
          </Button>
          <Invite />
          <Team />
          <SharedPhones />
        </>
      ) : (
        <Devices />
      )}
      <About />
    </div>
  );
}
