import { MessageCircleQuestion, Ruler, WifiOff } from "lucide-preact";
import { useState } from "preact/hooks";
import { Brand, Summit } from "../../components/Brand";
import { Button } from "../../components/Button";
import { Topo } from "../../components/Topo";
import type { PageProps } from "../../lib/router";
import { enterAs, explain, LANGS, ownLang, setLang, t } from "../../state";
import style from "../entry/entry.module.css";
import { PasteInvitation } from "../entry/PasteInvitation";

const PROMISES = [
  { id: "advice", icon: MessageCircleQuestion },
  { id: "size", icon: Ruler },
  { id: "offline", icon: WifiOff },
] as const;

/** For someone who is not in yet: what this is, and the ways in. */
export default function Welcome({ query }: PageProps) {
  return (
    <div class={style.page}>
      <div class={style.content}>
        <header class={style.head}>
          <div class={style.relief}>
            <Topo seed="welcome" />
          </div>
          <Brand />
          <h1 class={style.title}>{t("welcome.title")}</h1>
          <ul class={style.promises}>
            {PROMISES.map(({ id, icon: Icon }) => (
              <li key={id}>
                <Icon aria-hidden="true" />
                {t(`welcome.promise.${id}`)}
              </li>
            ))}
          </ul>
        </header>
        {isLoopback() && <Demonstration />}
        <section>
          <h2 class={style.heading}>{t("welcome.enter")}</h2>
          <p class={style.help}>{t("welcome.enter.text")}</p>
          <PasteInvitation next={query.next} />
        </section>
        <footer class={style.languages}>
          {LANGS.filter((language) => language !== ownLang.value).map((language) => (
            <Button key={language} kind="quiet" onClick={() => void setLang(language)}>
              {t(`lang.${language}`)}
            </Button>
          ))}
        </footer>
      </div>
      <div class={style.summit}>
        <Summit />
      </div>
    </div>
  );
}

/** The demonstration listens on this machine only; elsewhere nobody is offered a way in without an invitation. */
const isLoopback = (): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);

const ROLES = ["seller", "manager", "merchandiser"] as const;

function Demonstration() {
  const [failure, setFailure] = useState<string | null>(null);
  const enter = async (role: (typeof ROLES)[number]): Promise<void> => {
    try {
      await enterAs(role);
    } catch (cause) {
      setFailure(explain(cause));
    }
  };
  return (
    <section>
      <h2 class={style.heading}>{t("welcome.demonstration")}</h2>
      <p class={style.help}>{t("welcome.demonstration.text")}</p>
      <div class={style.roles}>
        {ROLES.map((role, i) => (
          <Button key={role} kind={i === 0 ? "main" : "line"} wide onClick={() => void enter(role)}>
            {t(`welcome.as.${role}`)}
          </Button>
        ))}
      </div>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </section>
  );
}
