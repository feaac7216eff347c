import { FileSpreadsheet } from "lucide-preact";
import { Button } from "../../../components/Button";
import { href, lang, t } from "../../../state";
import page from "../parts/page.module.css";
import { useTaking } from "../parts/useTaking";
import style from "./import.module.css";

/** The own template, empty or filled with the present range, as a workbook or as tables. */
export function Templates() {
  const taking = useTaking();
  const tongue = lang.value === "fr" ? "fr" : "en";
  return (
    <section class={page.part} aria-labelledby="templates">
      <h2 id="templates" class={page.heading}>
        {t("import.templates")}
      </h2>
      <p class={page.note}>
        {t("import.templates.text")} <a href={href("/desk/exports")}>{t("import.templates.columns")}</a>
      </p>
      <dl class={style.templates}>
        {(["empty", "filled"] as const).map((kind) => (
          <div key={kind} class={style.template}>
            <dt>{t(`import.templates.${kind}`)}</dt>
            <dd class={style.ways}>
              {["xlsx", "csv"].map((format) => (
                <Button
                  key={format}
                  label={t(`import.templates.${kind}.${format}`)}
                  disabled={taking.busy}
                  onClick={() => void taking.take({ kind: "own", format, lang: tongue, empty: kind === "empty" })}
                >
                  <FileSpreadsheet aria-hidden="true" />
                  {t(`import.templates.${format}`)}
                </Button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p role="alert" class={style.failure}>
        {taking.failure}
      </p>
    </section>
  );
}
