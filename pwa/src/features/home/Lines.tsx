import {
  BookOpen,
  ChevronRight,
  CloudUpload,
  History,
  MessageCircleQuestion,
  MessageSquareText,
  Sparkles,
  TriangleAlert,
} from "lucide-preact";
import type { ComponentType } from "preact";
import { href, session, setAside, t, unsentCount } from "../../state";
import { today } from "../../state/day";
import { newAnswers, questions } from "../../state/questions";
import { rangeNews } from "../../state/range";
import style from "./home.module.css";
import { cardsDue } from "./slots";

interface LineProps {
  icon: ComponentType<{ class?: string; "aria-hidden"?: "true" }>;
  to: string;
  title: string;
  line?: string | undefined;
  /** Something that waits for this person. */
  fresh?: boolean;
}

/** What has happened and what waits, each a line that leads to it. */
export function Lines() {
  if (isFirstDay()) return <FirstDay />;
  return (
    <section class={style.lines} aria-labelledby="home-now">
      <h2 class={style.kicker} id="home-now">
        {t("home.now")}
      </h2>
      <ul>
        <Refused />
        <Answers />
        <News />
        <Cards />
        <Today />
        <Questions />
        <Unsent />
      </ul>
    </section>
  );
}

const isFirstDay = (): boolean =>
  rangeNews.value === null &&
  !cardsDue.value?.count &&
  [today.value, questions.value, setAside.value].every(({ length }) => length === 0) &&
  unsentCount.value === 0;

/** Nothing has happened yet: what to do first. */
function FirstDay() {
  return (
    <section class={style.lines}>
      <h2 class={style.first}>{t("home.first.title")}</h2>
      <p class={style.more}>{t("home.first.text")}</p>
      <ul>
        <Cards />
      </ul>
    </section>
  );
}

function Line({ icon: Icon, to, title, line, fresh }: LineProps) {
  return (
    <li>
      <a class={`${style.line} ${fresh ? style.new : ""}`} href={to}>
        <Icon class={style.sign ?? ""} aria-hidden="true" />
        <span class={style.words}>
          <strong class={style.name}>{title}</strong>
          {line && <span class={style.more}>{line}</span>}
        </span>
        <ChevronRight class={style.go ?? ""} aria-hidden="true" />
      </a>
    </li>
  );
}

function Refused() {
  const n = setAside.value.length;
  if (n === 0) return null;
  return (
    <Line
      icon={TriangleAlert}
      to={href("/outbox")}
      title={t("home.refused", { n })}
      line={t("home.refused.line")}
      fresh
    />
  );
}

function Answers() {
  const n = newAnswers.value.length;
  if (n === 0) return null;
  const last = newAnswers.value[0]?.question;
  return (
    <Line
      icon={MessageCircleQuestion}
      to={href("/questions")}
      title={t("home.answers", { n })}
      line={last && t("ui.quote", { text: last })}
      fresh
    />
  );
}

function News() {
  const news = rangeNews.value;
  if (!news) return null;
  const { added, prices, removed } = news;
  const parts = [
    added.length > 0 && t("home.news.added", { n: added.length }),
    prices.length > 0 && t("home.news.prices", { n: prices.length }),
    removed > 0 && t("home.news.removed", { n: removed }),
  ];
  return (
    <Line icon={Sparkles} to={href("/news")} title={t("home.news")} line={parts.filter(Boolean).join(", ")} fresh />
  );
}

function Cards() {
  const due = cardsDue.value;
  const { count = 0, fresh = 0 } = due ?? {};
  if (!due || count + fresh === 0) return null;
  const title = count > 0 ? t("home.cards", { n: count }) : t("home.cards.new", { n: fresh });
  return <Line icon={BookOpen} to={due.href} title={title} line={t("home.cards.line")} fresh />;
}

function Today() {
  const given = today.value.filter(({ kind }) => kind === "advice");
  const open = given.filter(({ outcome }) => outcome === null).length;
  if (today.value.length === 0) return null;
  return (
    <Line
      icon={History}
      to={href("/today")}
      title={given.length > 0 ? t("home.today", { n: given.length }) : t("home.looked", { n: today.value.length })}
      line={open > 0 ? t("home.today.open", { n: open }) : t("home.today.line")}
    />
  );
}

/** Who may answer is told what waits; the others find what was asked. */
function Questions() {
  const open = questions.value.filter(({ answer }) => answer === null).length;
  const answers = (session.value?.person.role ?? "seller") !== "seller";
  if (answers && open > 0)
    return <Line icon={MessageSquareText} to={href("/questions")} title={t("home.to-answer", { n: open })} fresh />;
  if (questions.value.length === 0 || newAnswers.value.length > 0) return null;
  const line = open > 0 ? t("home.questions.open", { n: open }) : undefined;
  return <Line icon={MessageSquareText} to={href("/questions")} title={t("home.questions")} line={line} />;
}

function Unsent() {
  const n = unsentCount.value;
  if (n === 0) return null;
  return <Line icon={CloudUpload} to={href("/outbox")} title={t("home.unsent", { n })} line={t("home.unsent.line")} />;
}
