import { Fold } from "../../../components/Fold";
import {
  fetchKnown,
  fetchTouches,
  type KnownCondition,
  type KnownEntry,
  type KnownLine,
  type Touches,
} from "../../../lib/apiKnowledge";
import { lang } from "../../../state";
import { Failed } from "../parts/Failed";
import { SidePanel } from "../parts/SidePanel";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import { About } from "./About";
import { refusalOf, said, say } from "./draft";
import { Fields } from "./Fields";
import { Scales } from "./Scales";
import { Situations } from "./Situations";
import { Steps } from "./Steps";

interface Props {
  line: KnownLine;
  /** Of the knowledge that the list shows: another one is asked for anew. */
  revision: number;
  families: Readonly<Record<string, string>>;
  conditions: readonly KnownCondition[];
  search: string;
  mayWrite: boolean;
  onClose: () => void;
}

/** One criterion, need or question: when it counts, what it judges and why; and all that can be said otherwise. */
export function Panel({ line, revision, families, conditions, search, mayWrite, onClose }: Props) {
  const { data, failure, again } = useAsked(`known ${line.part} ${line.id} ${revision} ${lang.value}`, (signal) =>
    fetchKnown(line.part, line.id, signal),
  );
  // Hundreds of customers are asked: what can be read before they have answered is not kept waiting.
  const { data: touches } = useAsked(line.part === "question" ? null : `touches ${line.id} ${revision}`, (signal) =>
    fetchTouches(line.part, line.id, signal),
  );
  return (
    <SidePanel title={line.name} onClose={onClose}>
      {!data && failure && <Failed text={failure} onAgain={again} />}
      {!data && !failure && <Waiting rows={6} />}
      {data && (
        <>
          <About of={data} families={families} touches={touches} />
          <Editor of={data} touches={touches} conditions={conditions} search={search} mayWrite={mayWrite} />
        </>
      )}
    </SidePanel>
  );
}

function Editor({
  of,
  touches,
  conditions,
  search,
  mayWrite,
}: {
  of: KnownEntry;
  touches: Touches | undefined;
  conditions: readonly KnownCondition[];
  search: string;
  mayWrite: boolean;
}) {
  const shared = { conditions, mayWrite };
  if (of.part === "need") return <Need of={of} touches={touches} search={search} mayWrite={mayWrite} />;
  return (
    <>
      <Fields part={of.part} id={of.id} fields={of.fields} {...shared}>
        <Scales of={of} mayWrite={mayWrite} />
      </Fields>
      {of.answers.map((answer) => (
        <Fold key={answer.id} title={answer.name} line={answer.id}>
          <Fields part="answer" id={answer.id} fields={answer.fields} {...shared} />
        </Fold>
      ))}
    </>
  );
}

interface NeedProps {
  of: KnownEntry;
  touches: Touches | undefined;
  search: string;
  mayWrite: boolean;
}

function Need({ of, touches, search, mayWrite }: NeedProps) {
  const steps = of.fields.find(({ field }) => field === "steps");
  return (
    <>
      {steps && (
        <Steps
          known={steps}
          value={said("need", of.id, steps)}
          disabled={!mayWrite}
          error={refusalOf("need", of.id, "steps")}
          onInput={(next) => say("need", of.id, steps, next)}
        />
      )}
      <Situations of={of} touches={touches} search={search} mayWrite={mayWrite} />
    </>
  );
}
