import { Chip, Chips } from "../../components/Chip";
import { Empty } from "../../components/Empty";
import type { Relaxation } from "../../finder";
import { answers, noteRelaxed, setAnswers, snapshot, t } from "../../state";
import { ranking } from "../need/ranking";
import style from "./Results.module.css";
import { droppedWords, relaxed } from "./relaxing";
import { leavePanel, startNextCustomer } from "./view";

const MOST_SHORT = 2;

/** Nothing fits all of it: the smallest things to let go, each one tap, with what it brings. */
export function Relaxations({ short }: { short?: boolean }) {
  const ways = ranking.value?.relaxations ?? [];
  const offers = short ? ways.slice(0, MOST_SHORT) : ways;
  const chips = offers.length > 0 && <Ways ways={offers} />;
  if (short)
    return (
      <div>
        <p class={style.said}>{t(ways.length ? "advice.relax.title" : "advice.relax.nothing")}</p>
        {chips}
      </div>
    );
  return (
    <Empty
      drawing="signpost"
      title={t("advice.relax.title")}
      text={t(ways.length ? "advice.relax.text" : "advice.relax.nothing")}
    >
      {chips || <Chip onClick={startNextCustomer}>{t("advice.next_customer")}</Chip>}
    </Empty>
  );
}

/** What can be let go, each one tap, with what it brings. */
export function Ways({ ways }: { ways: readonly Relaxation[] }) {
  if (!ways.length) return null;
  return (
    <Chips label={t("advice.relax.label")}>
      {ways.map((way) => (
        <Way key={way.drop.join()} drop={way.drop} count={way.count} here={way.in_size_in_stock} />
      ))}
    </Chips>
  );
}

function Way({ drop, count, here }: { drop: readonly string[]; count: number; here: number }) {
  const finder = snapshot.value?.finder;
  if (!finder) return null;
  const words = droppedWords(finder, answers.value, drop).map((word) => t("advice.relax.word", { word }));
  const { size } = answers.value;
  const key = here === 0 ? "none" : here === count ? "all" : "some";
  const brings = t(size ? `advice.relax.${key}.size` : `advice.relax.${key}`, { n: count, here, size: size ?? "" });
  return (
    <Chip
      kind="firm"
      onClick={() => {
        noteRelaxed(drop);
        setAnswers(relaxed(answers.peek(), drop));
        leavePanel();
      }}
    >
      {t("advice.relax.way", { words: words.join(t("advice.relax.and")), brings })}
    </Chip>
  );
}
