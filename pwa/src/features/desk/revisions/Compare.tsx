import { fetchDifference, type Revision } from "../../../lib/apiImports";
import { lang, navigate, t } from "../../../state";
import { Difference } from "../parts/Difference";
import { Failed } from "../parts/Failed";
import { Field } from "../parts/Field";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import style from "./revisions.module.css";

interface Props {
  revision: Revision;
  all: readonly Revision[];
  against: string | undefined;
}

/** What differs between this revision and another one: the one before it, until another is chosen. */
export function Compare({ revision, all, against }: Props) {
  const { number } = revision;
  const others = all.filter((one) => one.number !== number);
  const before = others.find((one) => String(one.number) === against) ?? others.find((one) => one.number < number);
  if (!before) return <p class={page.note}>{t("revisions.first")}</p>;
  return (
    <section aria-labelledby="compare">
      <h2 id="compare" class={page.heading}>
        {t(before.number < number ? "revisions.since" : "revisions.until", { number: String(before.number) })}
      </h2>
      <div class={style.choice}>
        <Field
          label={t("revisions.with")}
          kind="choice"
          value={String(before.number)}
          choices={others.map((one) => ({
            value: String(one.number),
            label: t("revisions.numbered", { number: String(one.number), note: one.note }),
          }))}
          onInput={(value) => navigate(`/desk/revisions/${number}?with=${value}`, { replace: true })}
        />
      </div>
      <Between older={Math.min(number, before.number)} newer={Math.max(number, before.number)} />
    </section>
  );
}

function Between({ older, newer }: { older: number; newer: number }) {
  const { data, failure, again } = useAsked(`difference ${older} ${newer} ${lang.value}`, (signal) =>
    fetchDifference(older, newer, signal),
  );
  if (data) return <Difference changes={data} />;
  return failure ? <Failed text={failure} onAgain={again} /> : <Waiting rows={4} />;
}
