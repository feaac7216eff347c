import type { Invitation } from "../../lib/api";
import { date, time } from "../../lib/format";
import { t } from "../../state";
import style from "./shop.module.css";

/** An invitation as a code to be read from this screen, and as a link to be sent. */
export function InvitationCode({ invitation }: { invitation: Invitation }) {
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
