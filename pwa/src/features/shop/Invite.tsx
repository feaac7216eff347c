import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import type { Invitation, Role } from "../../lib/api";
import { invite } from "../../lib/apiTeam";
import { explain, session, t } from "../../state";
import { InvitationCode } from "./InvitationCode";
import { Section } from "./Section";
import style from "./shop.module.css";

/** A code that the new colleague's phone reads from this screen, or the shop's own phone; it works once. */
export function Invite() {
  const [made, setMade] = useState<Invitation | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const shop = session.value?.shop.id;
  const roles = rolesFor(session.value?.person.role);

  const make = async (role: Role, isShared = false): Promise<void> => {
    if (!shop) return;
    setFailure(null);
    try {
      setMade(await invite(role, shop, isShared));
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
        <Button onClick={() => void make("seller", true)}>{t("shop.invite.shared")}</Button>
      </div>
      {made && <InvitationCode invitation={made} />}
      <p role="alert" class={style.help}>
        {failure}
      </p>
    </Section>
  );
}

/** A manager invites sellers; the brand invites everybody. */
const rolesFor = (role: Role | undefined): Role[] =>
  role === "manager" ? ["seller"] : ["seller", "manager", "merchandiser"];
