import { Button } from "../../../components/Button";
import { fetchDifference, pagesBetween, type Revision } from "../../../lib/apiImports";
import { lang, navigate, t } from "../../../state";
import { Difference } from "../parts/Difference";
import { Failed } from "../parts/Failed";
import { type Choice, Field } from "../parts/Field";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import type { Pages } from "../parts/usePages";
import { Waiting } from "../parts/Waiting";
import style from "./revisions.module.css";

interface Props {
  revision: Revision;
  pages: Pages<Revision>;
  against: string | undefined;
}

/** What differs between this revision and another one: the one before it, until another is chosen. */
export function Compare({ revision, pages, against }: Props) {
  const { number } = revision;
  const other = otherOf(number, against);
  if (other === null) return <p class={page.note}>{t("revisions.first")}</p>;
  const oldest = pages.rows.at(-1)?.number ?? 1;
  return (
    <section aria-labelledby="compare">
      <h2 id="compare" class={page.heading}>
        {t(other < number ? "revisions.since" : "revisions.until", { number: String(other) })}
      </h2>
      <div class={style.choice}>
        <Field
          label={t("revisions.with")}
          kind="choice"
          value={String(other)}
          choices={choicesOf(pages.rows, number, other)}
          onInput={(value) => navigate(`/desk/revisions/${number}?with=${value}`, { replace: true })}
        />
        {oldest > 1 && (
          <Button kind="quiet" onClick={pages.more}>
            {t("revisions.older")}
          </Button>
        )}
      </div>
      <Between older={Math.min(number, other)} newer={Math.max(number, other)} />
    </section>
  );
}

/** The number that the address asks for, else the one before; null where there is none before. */
function otherOf(number: number, against: string | undefined): number | null {
  const wanted = Number(against);
  if (Number.isInteger(wanted) && wanted > 0 && wanted !== number) return wanted;
  return number > 1 ? number - 1 : null;
}

/** Those that have come, and the one that is shown, whether or not it has. */
function choicesOf(rows: readonly Revision[], number: number, other: number): Choice[] {
  const listed = rows
    .filter((one) => one.number !== number)
    .map((one) => ({
      value: String(one.number),
      label: t("revisions.numbered", { number: String(one.number), note: one.note }),
    }));
  const known = listed.some(({ value }) => value === String(other));
  return known ? listed : [...listed, { value: String(other), label: t("revisions.title", { number: String(other) }) }];
}

function Between({ older, newer }: { older: number; newer: number }) {
  const { data, failure, again } = useAsked(`difference ${older} ${newer} ${lang.value}`, (signal) =>
    fetchDifference(older, newer, signal),
  );
  if (data) return <Difference changes={data} pages={pagesBetween(older, newer)} />;
  return failure ? <Failed text={failure} onAgain={again} /> : <Waiting rows={4} />;
}
