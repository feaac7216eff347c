import { FileDown } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import type { ExportWish } from "../../../lib/apiExports";
import { lang, shopId, t } from "../../../state";
import { fileSize } from "../parts/fileSize";
import { Progress } from "../parts/Progress";
import page from "../parts/page.module.css";
import { type Taking, useTaking } from "../parts/useTaking";
import { Carries } from "./Carries";
import style from "./exports.module.css";
import { Fields } from "./Fields";
import { firstWish, type Kind } from "./kinds";

interface Props {
  kind: Kind;
  mayWrite: boolean;
}

/** One form: what it carries and what not, what to put into it, and the button. */
export function Taker({ kind, mayWrite }: Props) {
  const taking = useTaking();
  const [wish, setWish] = useState<ExportWish>(() => firstWish(kind, lang.value, shopId.value, mayWrite));
  const lacksShop = kind.needsShop === true && !wish.shop;
  return (
    <section class={style.taker} aria-labelledby="taker">
      <h2 id="taker" class={page.heading}>
        {t(`exports.${kind.id}`)}
      </h2>
      <Carries of={kind.id} />
      {!kind.whole && <Fields kind={kind} wish={wish} anyShop={mayWrite} onChange={setWish} />}
      <p class={style.deed}>
        <Button kind="main" disabled={taking.busy || lacksShop} onClick={() => void taking.take(wish)}>
          <FileDown aria-hidden="true" />
          {t(taking.busy ? "exports.busy" : "exports.take")}
        </Button>
      </p>
      {taking.busy && <Coming come={taking.come} />}
      <p role="alert" class={style.failure}>
        {taking.failure}
      </p>
    </section>
  );
}

/** How far the file is: written by the server, which nobody can measure, then coming over the line. */
function Coming({ come }: { come: Taking["come"] }) {
  if (!come) return <Progress label={t("exports.writing")} done={null} />;
  const { received, total } = come;
  const detail =
    total === null
      ? fileSize(received)
      : t("exports.received", { received: fileSize(received), total: fileSize(total) });
  return <Progress label={t("exports.coming")} done={total === null ? null : received / total} detail={detail} />;
}
