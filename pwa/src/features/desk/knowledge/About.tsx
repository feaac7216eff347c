import { Fold } from "../../../components/Fold";
import type { KnownEntry, KnownSource, Touches } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import style from "./knowledge.module.css";

interface Props {
  of: KnownEntry;
  families: Readonly<Record<string, string>>;
  touches: Touches | undefined;
}

/** What it is: for which pieces, when, what it judges; on what it rests, and whom it touches. */
export function About({ of, families, touches }: Props) {
  const facts = [
    ["for", of.families.map((id) => families[id] ?? id).join(", ")],
    ["when", of.part === "need" ? "" : of.when],
    ["test", of.test],
  ] as const;
  return (
    <>
      <p class={style.id}>{of.id}</p>
      <dl class={style.facts}>
        {facts.map(
          ([name, text]) =>
            text && (
              <div key={name}>
                <dt>{t(`knowledge.about.${name}`)}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
        {of.related.length > 0 && (
          <div>
            <dt>{t(of.part === "need" ? "knowledge.about.leans" : "knowledge.about.need")}</dt>
            {of.related.map(({ id, name }) => (
              <dd key={id}>
                <a href={`#/desk/knowledge/${id}`}>{name}</a>
              </dd>
            ))}
          </div>
        )}
      </dl>
      {of.hard && <p class={style.note}>{t("knowledge.about.hard")}</p>}
      {of.behind.length > 0 && (
        <p class={style.behind}>
          {t("knowledge.behind", { langs: of.behind.map((code) => t(`knowledge.lang.${code}`)).join(", ") })}
        </p>
      )}
      {of.note && <p class={style.note}>{of.note}</p>}
      {of.sources.length > 0 && <Sources of={of.sources} />}
      {of.part !== "question" && <Touched of={touches} />}
    </>
  );
}

function Sources({ of }: { of: readonly KnownSource[] }) {
  return (
    <Fold title={t("knowledge.sources")} line={t("knowledge.sources.count", { n: of.length })}>
      <ul class={style.sources}>
        {of.map((one) => (
          <li key={one.says}>
            {one.says}
            {one.address && (
              <a class={style.address} href={one.address} target="_blank" rel="noreferrer">
                {hostOf(one.address)}
              </a>
            )}
            <span class={style.evidence}>{t(`knowledge.evidence.${one.evidence}`)}</span>
            {one.conflict && <p class={style.note}>{t("knowledge.sources.conflict", { text: one.conflict })}</p>}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** "https://www.example.org/a/page" is read as "example.org". */
function hostOf(address: string): string {
  try {
    return new URL(address).hostname.replace(/^www\./, "");
  } catch {
    return address;
  }
}

const counted = (of: Touches): string =>
  t(of.requests_all === 0 ? "knowledge.touches.customers" : "knowledge.touches.count", {
    n: of.customers_count,
    all: of.customers_all,
    requests: of.requests_count,
    asked: of.requests_all,
  });

function Touched({ of: touches }: { of: Touches | undefined }) {
  if (!touches) return <Fold title={t("knowledge.touches")} line={t("knowledge.touches.asked")} children={null} />;
  const { customers_count, customers, requests } = touches;
  return (
    <Fold title={t("knowledge.touches")} line={counted(touches)}>
      <ul class={style.touched}>
        {requests.map(({ says, times }) => (
          <li key={says}>
            {says} <span class={style.evidence}>{t("knowledge.touches.times", { n: times })}</span>
          </li>
        ))}
        {customers.map(({ id, says, first, agrees }) => (
          <li key={id}>
            « {says} »{first && <span class={style.evidence}>{t("knowledge.touches.first", { name: first })}</span>}
            {agrees === false && <span class={style.drafted}>{t("knowledge.touches.disagrees")}</span>}
          </li>
        ))}
      </ul>
      {customers_count > customers.length && (
        <p class={style.note}>{t("knowledge.touches.more", { n: customers_count - customers.length })}</p>
      )}
    </Fold>
  );
}
