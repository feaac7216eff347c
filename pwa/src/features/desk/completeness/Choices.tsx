import type { Completeness } from "../../../lib/apiProducts";
import { fetchWords } from "../../../lib/apiProducts";
import { lang, snapshot, t } from "../../../state";
import { Field } from "../parts/Field";
import { useAsked } from "../parts/useAsked";
import style from "./completeness.module.css";

interface Props {
  query: Record<string, string>;
  report: Completeness | undefined;
  /** How many rows are shown. */
  count: number;
  onShow: (query: Record<string, string>) => void;
}

/** Which shop, which days, which facts; and honestly, out of what the list was counted. */
export function Choices({ query, report, count, onShow }: Props) {
  const words = useAsked(`desk shops ${lang.value}`, (signal) => fetchWords(lang.peek(), signal));
  const shops = words.data?.shops ?? [];
  const put = (name: string) => (value: string) => onShow({ ...query, [name]: value });
  return (
    <search class={style.choices}>
      {shops.length > 1 && (
        <Field
          kind="choice"
          label={t("completeness.shop")}
          value={query.shop ?? ""}
          choices={shops.map(({ id, name }) => ({ value: id, label: name }))}
          onInput={put("shop")}
        />
      )}
      <Field
        kind="choice"
        label={t("completeness.days")}
        value={query.days ?? "7"}
        choices={["7", "28", "90"].map((days) => ({ value: days, label: t(`completeness.days.${days}`) }))}
        onInput={put("days")}
      />
      <Field
        kind="choice"
        label={t("completeness.show")}
        value={query.show ?? ""}
        choices={["", "missing", "estimated"].map((show) => ({
          value: show,
          label: t(`completeness.show.${show || "all"}`),
        }))}
        onInput={put("show")}
      />
      <Basis report={report} count={count} shop={query.shop} />
      <details class={style.how}>
        <summary>{t("completeness.how")}</summary>
        <p>{t("completeness.how.lost")}</p>
        <p>{t(`completeness.how.${report?.basis ?? "recorded"}`)}</p>
        <p>{t("completeness.how.estimated")}</p>
      </details>
    </search>
  );
}

interface BasisProps extends Pick<Props, "report" | "count"> {
  shop: string | undefined;
}

/** How many facts, and out of what they were counted. */
function Basis({ report, count, shop }: BasisProps) {
  const own = snapshot.value?.shop;
  const isDemonstration = own?.id === shop && own?.demonstration === true;
  return (
    <div class={style.basis} role="status">
      {report && (
        <>
          <p class={style.count}>{t("completeness.count", { n: count })}</p>
          <p>{t(`completeness.basis.${report.basis}`, { n: report.examined })}</p>
          {isDemonstration && report.basis === "recorded" && <p>{t("completeness.demonstration")}</p>}
          {report.left > 0 && <p>{t("completeness.left", { n: report.left })}</p>}
          {report.unread > 0 && <p>{t("completeness.unread", { n: report.unread })}</p>}
        </>
      )}
    </div>
  );
}
