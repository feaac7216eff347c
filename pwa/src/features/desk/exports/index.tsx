import { navigate, t } from "../../../state";
import page from "../parts/page.module.css";
import type { RoomProps } from "../rooms";
import { Choices } from "./Choices";
import style from "./exports.module.css";
import { kindsFor } from "./kinds";
import { Taker } from "./Taker";
import { Template } from "./Template";

/** Take the catalogue away as a file, or a template to fill in: what each form carries, and what it does not. */
export default function ExportsRoom({ id, mayWrite }: RoomProps) {
  const kinds = kindsFor(mayWrite);
  const kind = kinds.find((one) => one.id === id) ?? kinds[0];
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("exports.title")}</h1>
          <p class={page.lead}>{t("exports.lead")}</p>
        </div>
      </header>
      <div class={style.sides}>
        <Choices kinds={kinds} chosen={kind?.id} onChoose={(next) => navigate(`/desk/exports/${next}`)} />
        {kind && <Taker key={kind.id} kind={kind} mayWrite={mayWrite} />}
      </div>
      <Template />
    </>
  );
}
