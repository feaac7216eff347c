import { fetchPhones, type ShopPhone } from "../../lib/apiDevices";
import { dotted } from "../../lib/dotted";
import { age } from "../../lib/format";
import { t } from "../../state";
import style from "./outbox.module.css";
import { isWorrying, troublesOf } from "./troubles";
import { useFetched } from "./useFetched";

/** The shop's phones: when each was last heard of, what it still holds, what is missing of it. */
export function Phones() {
  const [phones, failure] = useFetched(fetchPhones);
  if (phones?.length === 0) return null;
  return (
    <section class={style.part} aria-labelledby="outbox-phones">
      <h2 class={style.heading} id="outbox-phones">
        {t("outbox.phones.title")}
      </h2>
      <ul>
        {phones?.map((phone) => (
          <Phone key={phone.device} phone={phone} />
        ))}
      </ul>
      <p role="status" class={style.help}>
        {failure}
      </p>
    </section>
  );
}

function Phone({ phone }: { phone: ShopPhone }) {
  const troubles = troublesOf(phone);
  const here = phone.current && t("outbox.phone.this");
  const counted = t("outbox.phone.count", { n: phone.count });
  return (
    <li class={`${style.phone} ${isWorrying(phone) ? style.worrying : ""}`}>
      <p class={style.who}>
        <strong>{phone.person}</strong>
        <time class={style.when} dateTime={phone.last_seen_at} title={phone.device}>
          {age(phone.last_seen_at)}
        </time>
      </p>
      <p class={style.words}>{dotted(here, counted)}</p>
      {troubles.map((text) => (
        <p key={text} class={style.trouble}>
          {text}
        </p>
      ))}
    </li>
  );
}
