import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import { type Invitation, invite, type Role } from "../../lib/api";
import { date, time } from "../../lib/format";
import { explain, session, t } from "../../state";
import { Section } from "./Section";
import style from "./shop.module.css";

/** A code that the new colleague's phone reads from this screen; it works once. */
export function Invite() {
  const [made, setMade] = useState<Invitation | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const shop = session.value?.shop.id;
  const roles = rolesFor(session.value?.person.role);

  const make = async (role: Role): Promise<void> => {
    if (!shop) return;
    setFailure(null);
    try {
      setMade(await invite(role, shop));
    } catch (cause) {
      setFailure(explain(cause));
    }
  };

  return (
    <Section title={t("shop.invite")}>
      <p class={style.help}>{t("shop.invite.text")}</p>
      <div class={style.actions}>
        {roles.map((role) => (
          <Button key={role} onClick={() => void make(role)}>
            {t(`shop.invite.${role}`)}
          </Button>
        ))}
      </div>
      {made && <Code invitation={made} />}
      <p role="alert" class={style.help}>
        {failure}
      </p>
    </Section>
  );
}

/** A manager invites sellers; the brand invites everybody. */
const rolesFor = (role: Role | undefined): Role[] =>
  role === "manager" ? ["seller"] : ["seller", "manager", "merchandiser"];

function Code({ invitation }: { invitation: Invitation }) {
  const until = `${date(invitation.expires_at, "short")} ${time(invitation.expires_at)}`;
  return (
    <figure class={style.code}>
      <img src={`data:image/svg+xml,${encodeURIComponent(invitation.qr_svg)}`} alt={t("shop.invite.code")} />
      <figcaption>
        <p class={style.link}>{invitation.link}</p>
        <p class={style.help}>{t("shop.invite.until", { when: until })}</p>
      </figcaption>
    </figure>
  );
}
