import { useState } from "preact/hooks";
import { Brand, Summit } from "../../components/Brand";
import { Button } from "../../components/Button";
import { Topo } from "../../components/Topo";
import type { PageProps } from "../../lib/router";
import { enrolDevice, explain, navigate, t } from "../../state";
import style from "../entry/entry.module.css";
import { PasteInvitation } from "../entry/PasteInvitation";

/** Link this phone to the shop: the invitation is in the address, only the first name is asked. */
export default function Invitation({ params, query }: PageProps) {
  return (
    <div class={style.page}>
      <div class={style.content}>
        <header class={style.head}>
          <div class={style.relief}>
            <Topo seed="welcome" />
          </div>
          <Brand />
          <h1 class={style.title}>{t("invitation.title")}</h1>
        </header>
        {params.token ? <Enrolment token={params.token} next={query.next ?? "/"} /> : <PasteInvitation />}
      </div>
      <div class={style.summit}>
        <Summit />
      </div>
    </div>
  );
}

function Enrolment({ token, next }: { token: string; next: string }) {
  const [name, setName] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function enter(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await enrolDevice(token, name.trim());
      navigate(next, { replace: true });
    } catch (cause) {
      setFailure(explain(cause));
      setBusy(false);
    }
  }

  return (
    <form class={style.form} onSubmit={(event) => void enter(event)}>
      <p>{t("invitation.text")}</p>
      <label class={style.field}>
        <span>{t("invitation.name")}</span>
        <input
          type="text"
          autocomplete="given-name"
          autocapitalize="words"
          maxLength={80}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
          aria-describedby="name-help"
        />
      </label>
      <p class={style.help} id="name-help">
        {t("invitation.name.help")}
      </p>
      <Button kind="main" type="submit" wide disabled={busy}>
        {t(busy ? "invitation.busy" : "invitation.enter")}
      </Button>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
      {failure && <Button href="#/invitation">{t("invitation.other")}</Button>}
    </form>
  );
}
