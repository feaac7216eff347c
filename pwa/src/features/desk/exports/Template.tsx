import { FileSpreadsheet } from "lucide-preact";
import { Button } from "../../../components/Button";
import { Fold } from "../../../components/Fold";
import { fetchTemplate, type TemplateColumn, type TemplateTable } from "../../../lib/apiExports";
import { lang, t } from "../../../state";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import { useTaking } from "../parts/useTaking";
import { Waiting } from "../parts/Waiting";
import style from "./exports.module.css";

/** The template to fill in, and each of its columns explained. */
export function Template() {
  const taking = useTaking();
  const { data, failure } = useAsked(`template ${lang.value}`, fetchTemplate);
  const tongue = lang.value === "fr" ? "fr" : "en";
  return (
    <section class={page.part}>
      <h2 class={page.heading}>{t("exports.template")}</h2>
      <p class={page.lead}>{t("exports.template.text")}</p>
      <div class={style.templates}>
        {["xlsx", "csv"].map((format) => (
          <Button
            key={format}
            disabled={taking.busy}
            onClick={() => void taking.take({ kind: "own", format, lang: tongue, empty: true })}
          >
            <FileSpreadsheet aria-hidden="true" />
            {t(`exports.template.${format}`)}
          </Button>
        ))}
      </div>
      <p role="alert" class={style.failure}>
        {taking.failure ?? failure}
      </p>
      {!data && !failure && <Waiting rows={4} />}
      {data?.map((table) => (
        <Fold key={table.name} title={table.title} line={table.what}>
          <Columns of={table} />
        </Fold>
      ))}
    </section>
  );
}

function Columns({ of }: { of: TemplateTable }) {
  return (
    <div class={style.scroll}>
      <table class={style.columns}>
        <caption class="spoken">{of.title}</caption>
        <thead>
          <tr>
            {["column", "what", "takes", "example"].map((name) => (
              <th key={name} scope="col">
                {t(`exports.table.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.columns.map((column) => (
            <Line key={column.name} of={column} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ of }: { of: TemplateColumn }) {
  return (
    <tr>
      <th scope="row" class={style.column}>
        {of.name}
        {of.needed && <span class={style.needed}>{t("exports.needed")}</span>}
      </th>
      <td>{of.what}</td>
      <td>{[of.takes, of.unit].filter(Boolean).join(" · ")}</td>
      <td>{of.example}</td>
    </tr>
  );
}
