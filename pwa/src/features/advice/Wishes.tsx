import { useState } from "preact/hooks";
import type { Finder, Wish } from "../../catalogue/types";
import { type Strength, StrengthPicker, StrengthSign } from "../../components/Strength";
import { answers, setAnswers, t } from "../../state";
import { ranking } from "../need/ranking";
import { wishState, withWish } from "../need/wishes";
import { saidOnce } from "../need/words";
import { usefulWishes } from "./usefulWishes";
import { keepPanel } from "./view";
import style from "./Wishes.module.css";

const FIRM = ["must", "must_not"] as const;

/** Wishes: a tap on the words likes it, the tick requires it, the cross refuses it; the same again takes it back. */
export function Wishes({ finder }: { finder: Finder }) {
  const [filter, setFilter] = useState("");
  // What remained when the panel opened: offers that changed with every tap would slip from under the finger.
  const [remaining] = useState(() => ranking.peek());
  const shown = usefulWishes(finder, remaining, answers.value, filter);
  return (
    <div class={style.wishes}>
      <p class={style.help}>{t("advice.wishes.help")}</p>
      <ul class={style.list} aria-label={t("advice.panel.wishes")}>
        {shown.map((wish) => (
          <Row key={wish.id} wish={wish} strength={wishState(answers.value, wish.id)} />
        ))}
      </ul>
      <input
        class={style.filter}
        type="search"
        value={filter}
        onInput={(event) => setFilter(event.currentTarget.value)}
        placeholder={t("advice.wishes.filter")}
        aria-label={t("advice.wishes.filter")}
      />
    </div>
  );
}

function Row({ wish, strength }: { wish: Wish; strength: Strength }) {
  const name = saidOnce(wish.label);
  const pick = (next: Strength) => {
    setAnswers(withWish(answers.peek(), wish.id, next));
    keepPanel("wishes");
  };
  return (
    <li class={style.row}>
      <button
        type="button"
        class={`${style.wish} ${style[strength]}`}
        aria-pressed={strength !== "off"}
        aria-label={t("advice.wishes.spoken", { wish: name, state: t(`ui.strength.${strength}`) })}
        onClick={() => pick(strength === "prefer" ? "off" : "prefer")}
      >
        <span class={style.sign}>
          <StrengthSign strength={strength} />
        </span>
        <span class={style.words}>
          <span class={style.label}>{name}</span>
          {strength !== "off" && <span class={style.state}>{t(`ui.strength.${strength}`)}</span>}
        </span>
      </button>
      <StrengthPicker label={name} value={strength} onPick={pick} offered={FIRM} />
    </li>
  );
}
