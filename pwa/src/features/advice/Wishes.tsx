import { ArrowUp, Check, X } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Finder } from "../../catalogue/types";
import { Chip, Chips } from "../../components/Chip";
import { answers, setAnswers, t } from "../../state";
import { pieces } from "../need/ranking";
import { cycleWish, type WishState, wishState } from "../need/wishes";
import { usefulWishes } from "./usefulWishes";
import { opened } from "./view";
import style from "./Wishes.module.css";

const SIGNS = { prefer: ArrowUp, must: Check, must_not: X };

/** Wishes: each tap takes one a step on, wished, required, refused, off; a sign and a word say which. */
export function Wishes({ finder }: { finder: Finder }) {
  const [filter, setFilter] = useState("");
  // What remained when the panel opened: offers that changed with every tap would slip from under the finger.
  const [remaining] = useState(() => pieces.peek());
  const shown = usefulWishes(finder, remaining, answers.value, filter);
  return (
    <div class={style.wishes}>
      <p class={style.help}>{t("advice.wishes.help")}</p>
      <Chips label={t("advice.panel.wishes")}>
        {shown.map((wish) => {
          const state = wishState(answers.value, wish.id);
          return (
            <Chip
              key={wish.id}
              kind="firm"
              label={t("advice.wishes.spoken", { wish: wish.label, state: t(`advice.wish.${state}`) })}
              onClick={() => tap(wish.id)}
            >
              <span class={`${style.wish} ${style[state]}`}>
                <Sign state={state} />
                <span class={style.label}>{wish.label}</span>
                {state !== "off" && <span class={style.state}>{t(`advice.wish.${state}`)}</span>}
              </span>
            </Chip>
          );
        })}
      </Chips>
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

function Sign({ state }: { state: WishState }) {
  if (state === "off") return null;
  const Icon = SIGNS[state];
  return <Icon aria-hidden="true" />;
}

function tap(id: string): void {
  setAnswers(cycleWish(answers.peek(), id));
  opened.value = "wishes";
}
