import { Search, X } from "lucide-preact";
import type { Answers, Finder } from "../../catalogue/types";
import { Chip, Chips } from "../../components/Chip";
import { StrengthPicker } from "../../components/Strength";
import { answers, href, lang, setAnswer, setAnswers, snapshot, t } from "../../state";
import type { Understood } from "../../words";
import { wishState, withWish } from "../need/wishes";
import { needWords, WISH, wishLabel } from "../need/words";
import style from "./words.module.css";

/** What was understood, each to be taken out or made firmer with a tap; and what was not, to be looked up. */
export function Said({ result }: { result: Understood }) {
  const finder = snapshot.value?.finder;
  if (!finder) return null;
  const now = kept(answers.value, result.answers);
  const wishes = wishesOf(result.answers).filter((id) => wishState(answers.value, id) !== "off");
  const plain = needWords(finder, now, null).filter((word) => !word.id.startsWith(WISH));
  return (
    <div class={style.said}>
      {plain.length + wishes.length > 0 && (
        <div class={style.line}>
          <div class={style.strip}>
            <p class={style.head}>
              {result.lang === lang.value ? t("words.understood") : t(`words.understood.${result.lang}`)}
            </p>
            <Chips label={t("words.understood")}>
              {plain.map((word) => (
                <Chip
                  key={word.id}
                  kind="firm"
                  label={t("advice.word.remove", { text: word.text })}
                  onClick={() => setAnswer(word.id as keyof Answers, undefined)}
                >
                  {word.text}
                  <X class={style.out} aria-hidden="true" />
                </Chip>
              ))}
            </Chips>
          </div>
          {wishes.length > 0 && (
            <ul class={style.wishes}>
              {wishes.map((id) => (
                <Wish key={id} id={id} finder={finder} />
              ))}
            </ul>
          )}
        </div>
      )}
      <Rest result={result} />
    </div>
  );
}

/** A wish with its three strengths, one tap each; the one that holds, tapped again, takes it out. */
function Wish({ id, finder }: { id: string; finder: Finder }) {
  const strength = wishState(answers.value, id);
  const wish = wishLabel(finder, id);
  return (
    <li class={style.wish}>
      <span class={`${style.name} ${style[strength] ?? ""}`}>
        {wish}
        <span class={style.state}>{t(`ui.strength.${strength}`)}</span>
      </span>
      <StrengthPicker label={wish} value={strength} onPick={(next) => setAnswers(withWish(answers.peek(), id, next))} />
    </li>
  );
}

/** Words for the search: names of the shop's pieces, and what nobody understood. */
function Rest({ result }: { result: Understood }) {
  const names = result.names.map((name) => name.text);
  const inNames = new Set(names.flatMap((name) => name.split(/\s+/)));
  const rest = result.rest.filter((words) => !inNames.has(words));
  return (
    <>
      <Links words={names} head={t("words.names")} />
      <Links words={rest} head={t("words.rest")} />
      {result.found.length + names.length + rest.length === 0 && <p class={style.head}>{t("words.nothing")}</p>}
    </>
  );
}

function Links({ words, head }: { words: readonly string[]; head: string }) {
  if (words.length === 0) return null;
  return (
    <p class={style.rest}>
      <span class={style.head}>{head}</span>
      {[...new Set(words)].map((word) => (
        <a key={word} class={style.look} href={href("/search", { q: word })} aria-label={t("words.search", { word })}>
          {word}
          <Search aria-hidden="true" />
        </a>
      ))}
    </p>
  );
}

const wishesOf = (said: Answers): string[] => [...(said.must ?? []), ...(said.must_not ?? []), ...(said.prefer ?? [])];

/** Of what was said, what still stands: chips and the sentence above never tell two stories. */
function kept(now: Answers, said: Answers): Answers {
  const still = Object.keys(said).filter((key) => now[key as keyof Answers] !== undefined);
  return Object.fromEntries(still.map((key) => [key, now[key as keyof Answers]])) as Answers;
}
