import { useEffect, useState } from "preact/hooks";
import { Brand, Summit } from "../../components/Brand";
import { Button } from "../../components/Button";
import { Topo } from "../../components/Topo";
import { look, type Offer } from "../../lib/apiPhone";
import type { PageProps } from "../../lib/router";
import { enrolDevice, explain, phone, t } from "../../state";
import style from "../entry/entry.module.css";
import { PasteInvitation } from "../entry/PasteInvitation";
import { isComplete, NewPin, type Pins } from "./NewPin";

/** Link this phone to the shop: the invitation is in the address; a name is asked, and a code where the phone is shared. */
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
        {params.token ? (
          <Enrolment key={params.token} token={params.token} next={query.next ?? "/"} />
        ) : (
          <PasteInvitation next={query.next} />
        )}
        {phone.value && (
          <Button href="#/" kind="quiet">
            {t("ui.back")}
          </Button>
        )}
      </div>
      <div class={style.summit}>
        <Summit />
      </div>
    </div>
  );
}

const NO_PINS: Pins = { pin: "", again: "" };

function Enrolment({ token, next }: { token: string; next: string }) {
  const offer = useOffer(token);
  const [name, setName] = useState("");
  const [pins, setPins] = useState(NO_PINS);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isShared = offer?.shared ?? phone.value !== null;

  async function enter(event: Event): Promise<void> {
    event.preventDefault();
    const wrong = isShared ? isComplete(pins) : null;
    setFailure(wrong && t(wrong));
    if (wrong) return;
    setBusy(true);
    try {
      await enrolDevice(token, name.trim(), isShared ? pins.pin : undefined, next);
    } catch (cause) {
      setFailure(explain(cause));
      setBusy(false);
    }
  }

  return (
    <form class={style.form} onSubmit={(event) => void enter(event)}>
      <p>{greeting(offer, isShared)}</p>
      {!offer?.name && <Name value={name} onInput={setName} />}
      {isShared && <NewPin name={offer?.name || name} pins={pins} onInput={setPins} />}
      <Button kind="main" type="submit" wide disabled={busy}>
        {t(busy ? "invitation.busy" : isShared ? "invitation.enter.shared" : "invitation.enter")}
      </Button>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
      {failure && <Button href="#/invitation">{t("invitation.other")}</Button>}
    </form>
  );
}

/** What the invitation would bring; without a network nothing is known, and the server says it when it is used. */
function useOffer(token: string): Offer | null {
  const [offer, setOffer] = useState<Offer | null>(null);
  useEffect(() => {
    look(token).then(setOffer, () => setOffer(null));
  }, [token]);
  return offer;
}

function greeting(offer: Offer | null, isShared: boolean): string {
  const known = offer?.name ? t("invitation.known", { name: offer.name }) : "";
  if (isShared) return [known, t("invitation.shared")].filter(Boolean).join(" ");
  return known || t("invitation.text");
}

function Name({ value, onInput }: { value: string; onInput: (name: string) => void }) {
  return (
    <>
      <label class={style.field}>
        <span>{t("invitation.name")}</span>
        <input
          type="text"
          autocomplete="given-name"
          autocapitalize="words"
          maxLength={80}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          aria-describedby="name-help"
        />
      </label>
      <p class={style.help} id="name-help">
        {t("invitation.name.help")}
      </p>
    </>
  );
}
