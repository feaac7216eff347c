import { useState } from "preact/hooks";
import { BackBar } from "../../../components/BackBar";
import { Button } from "../../../components/Button";
import { type Asked, type AskedTable, fetchMapping, saveMapping } from "../../../lib/apiSuppliers";
import { log } from "../../../lib/log";
import { lang, navigate, t } from "../../../state";
import { Failed } from "../parts/Failed";
import { Field } from "../parts/Field";
import page from "../parts/page.module.css";
import { reasonOf } from "../parts/reason";
import { useAsked } from "../parts/useAsked";
import { useName } from "../parts/useName";
import { Waiting } from "../parts/Waiting";
import { Columns } from "./Columns";
import { Constants } from "./Constants";
import style from "./Mapping.module.css";
import { Road } from "./Road";
import { lacksShop, proposed, said } from "./saying";

/** A table of a supplier's own: what each column is, proposed with its values, said once for all its files. */
export function Mapping({ id }: { id: string }) {
  const { data, failure, again } = useAsked(`mapping ${id} ${lang.value}`, (signal) => fetchMapping(id, signal));
  useName(t("import.map.title"));
  if (!data)
    return failure ? (
      <Failed heading="h1" text={failure} onAgain={again} />
    ) : (
      <Waiting heading={t("import.map.title")} />
    );
  const table = data.tables.find(({ remembered }) => !remembered) ?? data.tables[0];
  return (
    <>
      <BackBar onBack={() => navigate(`/desk/import/${id}`, { replace: true })} />
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("import.map.title")}</h1>
          <p class={page.lead}>{t(table ? "import.map.lead" : "import.map.none")}</p>
        </div>
      </header>
      <Road at="file" />
      {table && <Table key={table.shape} id={id} asked={data} table={table} />}
    </>
  );
}

function Table({ id, asked, table }: { id: string; asked: Asked; table: AskedTable }) {
  const [saying, say] = useState(() => proposed(table));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [pressed, press] = useState(false);
  const others = asked.tables.length - 1;
  const nameless = saying.supplier.trim() === "";
  const save = async () => {
    press(true);
    if (nameless) return;
    setBusy(true);
    setFailure(null);
    try {
      await saveMapping(id, said(saying, table));
      navigate(`/desk/import/${id}`, { replace: true });
    } catch (cause) {
      log.info("columns not kept", cause);
      setFailure(reasonOf(cause));
      setBusy(false);
    }
  };
  return (
    <form
      class={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class={style.file}>
        <strong>{table.file}</strong> {t("import.map.rows", { n: table.rows })}
        {others > 0 && <span class={page.note}> {t("import.map.others", { n: others })}</span>}
      </p>
      <Columns table={table} kinds={asked.fields} saying={saying} onSay={say} />
      <Constants asked={asked} saying={saying} onSay={say} />
      <div class={style.foot}>
        <div class={style.supplier}>
          <Field
            label={t("import.map.supplier")}
            help={t("import.map.supplier.help")}
            error={pressed && nameless ? t("import.map.supplier.lacks") : undefined}
            value={saying.supplier}
            list="suppliers"
            onInput={(supplier) => say({ ...saying, supplier })}
          />
          <datalist id="suppliers">
            {asked.suppliers.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <Button kind="main" type="submit" disabled={busy || lacksShop(saying)}>
          {t(busy ? "import.map.saving" : "import.map.save")}
        </Button>
        {lacksShop(saying) && <p class={style.lacks}>{t("import.map.shop.lacks")}</p>}
        <p role="alert" class={style.failure}>
          {failure}
        </p>
      </div>
    </form>
  );
}
