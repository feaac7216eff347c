import { useEffect, useState } from "preact/hooks";
import { BackBar } from "../../components/BackBar";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import reading from "../../components/reading.module.css";
import type { Question } from "../../lib/api";
import { age } from "../../lib/format";
import { log } from "../../lib/log";
import { back, explain, session, shopId, t, unsent } from "../../state";
import { startAside } from "../../state/aside";
import { answer, answersRead, newAnswers, questions, questionsChecked } from "../../state/questions";
import { Answered } from "./Answered";
import style from "./questions.module.css";
import { Remarks } from "./Remarks";

/** What nobody knew, and the answers that came since; who may answer does it here. */
export default function QuestionsPage() {
  useEffect(startAside, []);
  const answers = (session.value?.person.role ?? "seller") !== "seller";
  const fresh = useFresh();
  const all = questions.value;
  const of = (list: readonly Question[]) =>
    list.map((one) => (
      <Answered key={one.id} question={one} linked>
        {answers && <Reply question={one} />}
      </Answered>
    ));
  const isFresh = ({ id }: Question) => fresh.has(id);
  const open = all.filter((one) => one.answer === null);
  const rest = all.filter((one) => one.answer !== null && !isFresh(one));
  return (
    <div class={reading.page}>
      <BackBar onBack={() => back("/home")} />
      <h1 class={reading.title}>{t("questions.title")}</h1>
      <p class={reading.text}>{t("questions.text")}</p>
      {questionsChecked.value && (
        <p class={style.checked}>{t("questions.checked", { age: age(questionsChecked.value) })}</p>
      )}
      <Part title={t("questions.new")}>{of(all.filter(isFresh))}</Part>
      <Sending />
      <Part title={t("questions.open")}>{of(open)}</Part>
      <Part title={t("questions.answered")}>{of(rest)}</Part>
      {all.length === 0 && waiting().length === 0 && (
        <Empty drawing="tent" title={t("questions.empty.title")} text={t("questions.empty.text")} />
      )}
      {answers && <Remarks />}
    </div>
  );
}

/** The answers that were new when the page was opened stay on top while it is read. */
function useFresh(): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const now = newAnswers.value;
  useEffect(() => {
    if (now.length === 0) return;
    setFresh((known) => new Set([...known, ...now.map(({ id }) => id)]));
    answersRead();
  }, [now]);
  return fresh;
}

function Part({ title, children }: { title: string; children: preact.JSX.Element[] }) {
  if (children.length === 0) return null;
  return (
    <section class={reading.part}>
      <h2 class={reading.heading}>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

const waiting = () => unsent.value.filter(({ kind }) => kind === "dont-know");

/** Questions that are still on this phone alone. */
function Sending() {
  const own = waiting();
  if (own.length === 0) return null;
  return (
    <section class={reading.part}>
      <h2 class={reading.heading}>{t("questions.sending")}</h2>
      <ul>
        {own.map(({ id, payload }) => (
          <li key={id} class={style.question}>
            <p class={style.asked}>{t("ui.quote", { text: String(payload.question) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST = 1000;

/** Answer for all phones of the shop; it needs the server, so what is written stays until the server has it. */
function Reply({ question }: { question: Question }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(question.answer ?? "");
  const [state, setState] = useState<"writing" | "sending">("writing");
  const [failure, setFailure] = useState("");
  const send = async () => {
    const said = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
    const shop = shopId.peek();
    if (!said || !shop) return;
    setState("sending");
    try {
      await answer(shop, question.id, said);
      setOpen(false);
      setFailure("");
    } catch (cause) {
      log.warn("answer not sent", cause);
      setFailure(explain(cause));
    } finally {
      setState("writing");
    }
  };
  if (!open)
    return (
      <Button onClick={() => setOpen(true)}>
        {t(question.answer === null ? "questions.answer" : "questions.correct")}
      </Button>
    );
  return (
    <form
      class={style.reply}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        <span class={style.label}>{t("questions.field")}</span>
        <textarea rows={3} maxLength={MOST} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <p role="alert" class={style.failed}>
        {failure}
      </p>
      <Button kind="main" type="submit" disabled={!text.trim() || state === "sending"}>
        {t(state === "sending" ? "questions.publishing" : "questions.publish")}
      </Button>
    </form>
  );
}
