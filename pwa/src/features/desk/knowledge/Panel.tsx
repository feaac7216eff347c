import { Fold } from "../../../components/Fold";
import type { KnownCondition, KnownCriterion, KnownThing, Part } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import { SidePanel } from "../parts/SidePanel";
import { Fields } from "./Fields";
import style from "./knowledge.module.css";
import type { Row } from "./rows";

interface Props {
  row: Row;
  families: Readonly<Record<string, string>>;
  conditions: readonly KnownCondition[];
  mayWrite: boolean;
  onClose: () => void;
}

/** One criterion or question: when it counts, what it judges and why; and every field that can be said otherwise. */
export function Panel({ row, families, conditions, mayWrite, onClose }: Props) {
  return (
    <SidePanel title={row.thing.name} onClose={onClose}>
      {row.part === "criterion" && <About of={row.thing} families={families} />}
      <Fields part={row.part} thing={row.thing} conditions={conditions} mayWrite={mayWrite} />
      {row.part === "question" && <Answers of={row.thing.answers} conditions={conditions} mayWrite={mayWrite} />}
    </SidePanel>
  );
}

function About({ of, families }: { of: KnownCriterion; families: Readonly<Record<string, string>> }) {
  const facts = [
    ["for", of.families.map((id) => families[id] ?? id).join(", ")],
    ["when", of.when],
    ["test", of.test],
  ] as const;
  return (
    <>
      <p class={style.id}>{of.id}</p>
      <dl class={style.facts}>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{t(`knowledge.about.${name}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {of.hard && <p class={style.note}>{t("knowledge.about.hard")}</p>}
      <Fold title={t("knowledge.sources")} line={t("knowledge.sources.count", { n: of.sources.length })}>
        <ul class={style.sources}>
          {of.sources.map(({ says, address }) => (
            <li key={says}>{address ? <a href={address}>{says}</a> : says}</li>
          ))}
        </ul>
      </Fold>
    </>
  );
}

function Answers({
  of,
  ...rest
}: {
  of: readonly KnownThing[];
  conditions: readonly KnownCondition[];
  mayWrite: boolean;
}) {
  const part: Part = "answer";
  return (
    <>
      {of.map((answer) => (
        <Fold key={answer.id} title={answer.name} line={answer.id}>
          <Fields part={part} thing={answer} {...rest} />
        </Fold>
      ))}
    </>
  );
}
