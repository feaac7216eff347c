import type { Question } from "../../catalogue/types";
import { Chip, Chips } from "../../components/Chip";
import { temperature } from "../../lib/format";
import { answers, t } from "../../state";
import { ranking } from "../need/ranking";
import { Choice } from "./Choice";
import style from "./Conditions.module.css";
import { NumberQuestion } from "./NumberQuestion";
import { answerHere } from "./view";

/** Where a thumb rests before it is moved: a usual winter day at the foot of the mountain. */
const REST = { temperature_c: 0, wind_kmh: 0 };

/** The weather of the day: the sky, and cold with wind beside it, for they are felt together. */
export function Conditions({ questions }: { questions: readonly Question[] }) {
  const ask = (id: Question["id"]) => questions.find((question) => question.id === id);
  const [weather, cold, wind, humid] = [ask("weather"), ask("temperature_c"), ask("wind_kmh"), ask("humid")];
  return (
    <>
      {weather && (
        <Choice
          label={weather.label}
          options={weather.answers}
          value={answers.value.weather}
          columns={3}
          onPick={(id) => answerHere("conditions", "weather", id)}
        />
      )}
      <div class={style.air}>
        {cold && (
          <NumberQuestion question={cold} rest={REST.temperature_c} onInput={(value) => put("temperature_c", value)} />
        )}
        {wind && <NumberQuestion question={wind} rest={REST.wind_kmh} onInput={(value) => put("wind_kmh", value)} />}
      </div>
      <div class={style.more}>
        {humid && (
          <Chips label={humid.label}>
            {[true, false].map((damp) => (
              <Chip
                key={String(damp)}
                on={answers.value.humid === damp}
                onClick={() => answerHere("conditions", "humid", damp)}
              >
                {t(damp ? "need.humid" : "need.dry")}
              </Chip>
            ))}
          </Chips>
        )}
        <Felt />
      </div>
    </>
  );
}

/** A thumb that comes back to its place is still an answer: sliders never take one back. */
function put(key: "temperature_c" | "wind_kmh", value: number): void {
  if (answers.peek()[key] !== value) answerHere("conditions", key, value);
}

function Felt() {
  const felt = ranking.value?.felt_c ?? null;
  if (felt === null || felt === answers.value.temperature_c) return null;
  return (
    <p class={style.felt} role="status">
      {t("advice.felt")} <strong>{temperature(felt)}</strong>
    </p>
  );
}
