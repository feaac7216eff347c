import { UserRoundPlus } from "lucide-preact";
import { Brand } from "../../components/Brand";
import { Button } from "../../components/Button";
import { Topo } from "../../components/Topo";
import type { PhonePerson } from "../../db";
import { dotted } from "../../lib/dotted";
import { online, phone, t, unsentCount } from "../../state";
import { initials } from "./initials";
import style from "./lock.module.css";

/** Everybody who may take this phone, as large as a thumb. */
export function People({ people, onChoose }: { people: readonly PhonePerson[]; onChoose: (id: string) => void }) {
  const here = phone.value;
  return (
    <main class={style.page}>
      <div class={style.relief} aria-hidden="true">
        <Topo seed={here?.id ?? "lock"} />
      </div>
      <header class={style.head}>
        <Brand />
        <h1 class={style.title}>{t("lock.who")}</h1>
        <p class={style.sub}>{dotted(here?.shop.name, here?.name)}</p>
      </header>
      {people.length > 0 ? (
        <ul class={style.people}>
          {people.map((person) => (
            <li key={person.id}>
              <button type="button" class={style.person} onClick={() => onChoose(person.id)}>
                <span class={style.sign} aria-hidden="true">
                  {initials(person.name)}
                </span>
                <span class={style.name}>
                  {person.name}
                  <span class={style.role}>
                    {t(person.tries_left > 0 ? `role.${person.role}` : "lock.person.blocked")}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class={style.sub}>{t("lock.nobody")}</p>
      )}
      <footer class={style.foot}>
        <Button href="#/invitation" kind="quiet">
          <UserRoundPlus aria-hidden="true" />
          {t("lock.add")}
        </Button>
        <p role="status" class={style.state}>
          {[online.value ? "" : t("lock.offline"), unsentCount.value ? t("lock.unsent", { n: unsentCount.value }) : ""]
            .filter(Boolean)
            .join(" ")}
        </p>
      </footer>
    </main>
  );
}
