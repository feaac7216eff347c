import type { Product, SizeChart } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { Chip, Chips } from "../../components/Chip";
import { say } from "../../components/Toast";
import type { SizeAnswer } from "../../sizing";
import { answers, lang, setAnswer, snapshot, t } from "../../state";
import style from "./SizePanel.module.css";
import { adviceFor, type Given, given, systemsOf } from "./sizeGiven";

const LAYERS = ["none", "light", "fleece", "down"];
/** Pieces that something is worn under. */
const LAYERED = new Set(["shell", "insulation", "midlayer", "skiwear"]);

/** The size for this customer: from a usual size or from measurements, with the chart's own word of caution. */
export function SizePanel({ product }: { product: Product }) {
  const charts = snapshot.value?.size_charts ?? [];
  const chart = charts.find((one) => one.id === product.size_chart);
  const said = given.value;
  const put = (change: Partial<Given>) => {
    given.value = { ...given.peek(), ...change };
  };
  const family = snapshot.value?.categories.find((one) => one.id === product.category)?.family ?? "";
  const advice = adviceFor(product, charts, { ...said, system: systemIn(chart, said.system) }, lang.value);
  return (
    <div class={style.panel}>
      {(chart?.measures.length ?? 0) > 0 && (
        <Chips label={t("size.way")}>
          <Chip on={said.way === "usual"} onClick={() => put({ way: "usual" })}>
            {t("size.usual")}
          </Chip>
          <Chip on={said.way === "measures"} onClick={() => put({ way: "measures" })}>
            {t("size.measures")}
          </Chip>
        </Chips>
      )}
      {said.way === "usual" ? (
        <Usual chart={chart} said={said} put={put} />
      ) : (
        <Measures chart={chart} said={said} put={put} />
      )}
      {LAYERED.has(family) && (
        <div>
          <p class={style.legend}>{t("size.layering")}</p>
          <Chips label={t("size.layering")}>
            {LAYERS.map((layer) => (
              <Chip
                key={layer}
                on={said.layering === layer}
                onClick={() => put({ layering: said.layering === layer ? "" : layer })}
              >
                {t(`size.layering.${layer}`)}
              </Chip>
            ))}
          </Chips>
        </div>
      )}
      {product.audience === "kids" && (
        <Chips label={t("size.growth")}>
          <Chip on={said.growth} onClick={() => put({ growth: !said.growth })}>
            {t("size.growth")}
          </Chip>
        </Chips>
      )}
      <Answer advice={advice} />
    </div>
  );
}

interface PartProps {
  chart: SizeChart | undefined;
  said: Given;
  put: (change: Partial<Given>) => void;
}

/** The system stays from piece to piece where the next chart knows it too. */
function systemIn(chart: SizeChart | undefined, system: string): string {
  const systems = systemsOf(chart);
  return systems.includes(system) ? system : (systems[0] ?? "intl");
}

function Usual({ chart, said, put }: PartProps) {
  return (
    <div class={style.fields}>
      <label class={style.field}>
        <span>{t("size.system")}</span>
        <select value={systemIn(chart, said.system)} onChange={(event) => put({ system: event.currentTarget.value })}>
          {systemsOf(chart).map((system) => (
            <option key={system} value={system}>
              {t(`size.system.${system}`)}
            </option>
          ))}
        </select>
      </label>
      <label class={style.field}>
        <span>{t("size.usual")}</span>
        <input value={said.size} autocomplete="off" onInput={(event) => put({ size: event.currentTarget.value })} />
      </label>
    </div>
  );
}

function Measures({ chart, said, put }: PartProps) {
  return (
    <div class={style.fields}>
      {chart?.measures.map((measure) => (
        <label key={measure} class={style.field}>
          <span>{t(`size.measure.${measure}`)}</span>
          <span class={style.unit}>
            <input
              inputMode="decimal"
              autocomplete="off"
              value={said.measures[measure] ?? ""}
              onInput={(event) => put({ measures: { ...said.measures, [measure]: event.currentTarget.value } })}
            />
            cm
          </span>
        </label>
      ))}
    </div>
  );
}

function Answer({ advice }: { advice: SizeAnswer | null }) {
  const size = advice?.size ?? null;
  return (
    <div role="status">
      {advice && (
        <>
          {size && <p class={style.size}>{size}</p>}
          <p>{advice.message}</p>
          {size && answers.value.size !== size && (
            <p class={style.keep}>
              <Button onClick={() => keep(size)}>{t("size.keep", { size })}</Button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

function keep(size: string): void {
  setAnswer("size", size);
  say(t("size.kept", { size }));
}
