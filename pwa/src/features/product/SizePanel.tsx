import type { Product } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { Chip, Chips } from "../../components/Chip";
import { say } from "../../components/Toast";
import type { SizeAnswer } from "../../sizing";
import { answers, lang, setAnswer, snapshot, t } from "../../state";
import { MeasureFields } from "./MeasureFields";
import style from "./SizePanel.module.css";
import { adviceFor, type Given, given, isShoe } from "./sizeGiven";
import { TryOn } from "./TryOn";
import { triedHere } from "./triedHere";
import { UsualSizes } from "./UsualSizes";
import { type UsualSystem, usualSystems } from "./usualSizes";

const LAYERS = ["none", "light", "fleece", "down"];
const SOCKS = ["light", "thick"];
/** Pieces that something is worn under. */
const LAYERED = new Set(["shell", "insulation", "midlayer", "skiwear"]);

/** The size for this customer: from a usual size or from measurements, with the chart's own word of caution. */
export function SizePanel({ product }: { product: Product }) {
  const chart = chartOf(product);
  const systems = usualSystems(chart, product.audience);
  const said = { ...given.value, system: systemIn(systems) };
  const family = snapshot.value?.categories.find((one) => one.id === product.category)?.family ?? "";
  return (
    <div class={style.panel}>
      {(chart?.measures.length ?? 0) > 0 && <Ways said={said} put={put} />}
      {said.way === "usual" ? (
        <UsualSizes systems={systems} said={said} put={put} />
      ) : (
        <MeasureFields chart={chart} said={said} put={put} />
      )}
      {LAYERED.has(family) && <Below kind="layering" levels={LAYERS} said={said} put={put} />}
      {isShoe(chart) && product.category !== "socks" && <Below kind="socks" levels={SOCKS} said={said} put={put} />}
      {product.audience === "kids" && (
        <Chips label={t("size.growth")}>
          <Chip on={said.growth} onClick={() => put({ growth: !said.growth })}>
            {t("size.growth")}
          </Chip>
        </Chips>
      )}
      <Advice product={product} said={said} />
    </div>
  );
}

const chartOf = (product: Product) => snapshot.value?.size_charts.find((one) => one.id === product.size_chart);

const put = (change: Partial<Given>): void => {
  given.value = { ...given.peek(), ...change };
};

/** The system stays from piece to piece where the next chart knows it too. */
function systemIn(systems: readonly UsualSystem[]): string {
  const kept = systems.find((one) => one.system === given.value.system);
  return (kept ?? systems[0])?.system ?? "intl";
}

/** The size, and what its try-on shows. */
function Advice({ product, said }: { product: Product; said: Given }) {
  const charts = snapshot.value?.size_charts ?? [];
  const advice = adviceFor(product, charts, said, lang.value, triedHere(product));
  // What is recorded speaks of the chart's own size; else each shift would be taken for a new finding.
  const stated = adviceFor(product, charts, said, lang.value)?.size ?? null;
  const usual = said.way === "usual" && said.size ? { system: said.system, size: said.size } : null;
  return (
    <>
      <Answer advice={advice} />
      <TryOn product={product} advised={stated} usual={usual} />
    </>
  );
}

interface PartProps {
  said: Given;
  put: (change: Partial<Given>) => void;
}

function Ways({ said, put }: PartProps) {
  return (
    <Chips label={t("size.way")}>
      <Chip on={said.way === "usual"} onClick={() => put({ way: "usual" })}>
        {t("size.usual")}
      </Chip>
      <Chip on={said.way === "measures"} onClick={() => put({ way: "measures" })}>
        {t("size.measures")}
      </Chip>
    </Chips>
  );
}

/** What is worn below: layers under a garment, socks in a shoe. */
function Below({ kind, levels, said, put }: PartProps & { kind: "layering" | "socks"; levels: readonly string[] }) {
  return (
    <div>
      <p class={style.legend}>{t(`size.${kind}`)}</p>
      <Chips label={t(`size.${kind}`)}>
        {levels.map((level) => (
          <Chip
            key={level}
            on={said[kind] === level}
            onClick={() => put({ [kind]: said[kind] === level ? "" : level })}
          >
            {t(`size.${kind}.${level}`)}
          </Chip>
        ))}
      </Chips>
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
