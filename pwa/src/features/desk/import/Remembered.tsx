import { useState } from "preact/hooks";
import { Fold } from "../../../components/Fold";
import { fetchMappings, forgetMapping, type RememberedMapping } from "../../../lib/apiSuppliers";
import { date } from "../../../lib/format";
import { log } from "../../../lib/log";
import { t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import { reasonOf } from "../parts/reason";
import { useAsked } from "../parts/useAsked";
import style from "./import.module.css";

/** The suppliers whose columns are known: their next file is read without asking. Nothing where there are none. */
export function Remembered() {
  const { data, set } = useAsked("supplier mappings", fetchMappings);
  const [failure, setFailure] = useState<string | null>(null);
  if (!data || data.length === 0) return null;
  const forget = async (id: string) => {
    try {
      await forgetMapping(id);
      set(data.filter((one) => one.id !== id));
      setFailure(null);
    } catch (cause) {
      log.info("columns not forgotten", cause);
      setFailure(reasonOf(cause));
    }
  };
  return (
    <Fold title={t("import.known")} line={t("import.known.text", { n: data.length })}>
      <ul>
        {data.map((one) => (
          <Line key={one.id} of={one} onForget={() => void forget(one.id)} />
        ))}
      </ul>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </Fold>
  );
}

function Line({ of, onForget }: { of: RememberedMapping; onForget: () => void }) {
  return (
    <li class={style.known}>
      <p>
        <strong class={style.name}>{of.supplier}</strong>{" "}
        {t("import.known.by", { author: of.author, day: date(of.changed_at, "short") })}
        <span class={style.titles}>{of.titles.join(" · ")}</span>
      </p>
      <ConfirmButton
        kind="quiet"
        confirm={t("import.known.forget.confirm", { supplier: of.supplier })}
        about={t("import.known.forget.about")}
        onConfirm={onForget}
      >
        {t("import.known.forget")}
      </ConfirmButton>
    </li>
  );
}
