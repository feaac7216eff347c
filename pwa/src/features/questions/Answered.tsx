import type { ComponentChildren } from "preact";
import type { Question } from "../../lib/api";
import { dotted } from "../../lib/dotted";
import { moment } from "../../lib/format";
import { href, products, snapshot, t } from "../../state";
import { nameOf } from "../need/piece";
import { needWords } from "../need/words";
import style from "./questions.module.css";

interface Props {
  question: Question;
  /** Say which piece it is about, with the way there. */
  linked?: boolean;
  children?: ComponentChildren;
}

/** A question as it was asked, with the answer of the shop or of the brand. */
export function Answered({ question, linked, children }: Props) {
  const product = linked && question.ref ? products.value.get(question.ref) : undefined;
  return (
    <li class={style.question}>
      <p class={style.asked}>{t("ui.quote", { text: question.question })}</p>
      <p class={style.context}>
        {product && <a href={href(`/product/${encodeURIComponent(product.ref)}`)}>{nameOf(product)}</a>}
        {linked && needOf(question)}
        <span>{t("questions.asked", { when: moment(question.asked_at) })}</span>
      </p>
      {question.answer !== null ? (
        <div class={style.answer}>
          <p class={style.from}>
            {t(question.answered_role === "manager" ? "questions.from.shop" : "questions.from.brand")}
          </p>
          <p>{question.answer}</p>
        </div>
      ) : (
        <p class={style.waiting}>{t("questions.waiting")}</p>
      )}
      {children}
    </li>
  );
}

function needOf({ answers }: Question) {
  const finder = snapshot.value?.finder;
  if (!answers || !finder) return null;
  const words = needWords(finder, answers, null).map(({ text }) => text);
  return words.length > 0 ? <span>{dotted(...words)}</span> : null;
}
