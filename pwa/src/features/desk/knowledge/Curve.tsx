import type { KnownScale, Preview } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import { degreeAt, figure, isDegree, type Point, placeOf } from "./scale";
import style from "./scale.module.css";

const WIDTH = 400;
const HEIGHT = 112;
/** Room for a line's own width, and for the pieces' ticks below. */
const EDGE = 6;
const FOOT = 14;

interface Props {
  points: readonly Point[];
  before: readonly Point[];
  scale: KnownScale;
  preview: Preview | undefined;
}

/** The scale as a line over its values, the one that holds dashed behind it; a tick below for each piece of the range. */
export function Curve({ points, before, scale, preview }: Props) {
  const pieces = (preview?.pieces ?? []).flatMap((piece) => placeOf(piece, scale, preview?.level ?? null) ?? []);
  const drawn = shown(points);
  const old = shown(before);
  const places = [...drawn, ...old].map(({ at }) => at);
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const spread = high - low || 1;
  const margin = spread / 12;
  const x = (at: number) => EDGE + ((at - low + margin) / (spread + 2 * margin)) * (WIDTH - 2 * EDGE);
  const y = (degree: number) => EDGE + (1 - degree / 100) * (HEIGHT - 2 * EDGE - FOOT);
  const line = (of: readonly Shown[]) => path(of, x, y, low - margin, high + margin);
  const isSame = line(drawn) === line(old);
  const inside = pieces.filter((at) => at >= low - margin && at <= high + margin);
  return (
    <svg class={style.curve} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("knowledge.scale.drawing")}>
      {[0, 50, 100].map((degree) => (
        <line key={degree} class={style.rule} x1={0} x2={WIDTH} y1={y(degree)} y2={y(degree)} />
      ))}
      {!isSame && <path class={style.oldLine} d={line(old)} />}
      <path class={style.newLine} d={line(drawn)} />
      {drawn.map(({ at, degree }) => (
        <circle key={at} class={style.dot} cx={x(at)} cy={y(degree)} r={4} />
      ))}
      {inside.map((at, index) => (
        <line key={index} class={style.tick} x1={x(at)} x2={x(at)} y1={HEIGHT - FOOT + 2} y2={HEIGHT - 2} />
      ))}
    </svg>
  );
}

interface Shown {
  at: number;
  degree: number;
}

const shown = (points: readonly Point[]): Shown[] =>
  points
    .flatMap((point) => {
      const at = figure(point.place);
      return at !== null && isDegree(point.degree) ? [{ at, degree: Number(point.degree) }] : [];
    })
    .sort((one, other) => one.at - other.at);

function path(
  of: readonly Shown[],
  x: (at: number) => number,
  y: (degree: number) => number,
  from: number,
  to: number,
): string {
  const points = of.map(({ at, degree }) => ({ place: String(at), degree: String(degree) }));
  const ends = [from, ...of.map(({ at }) => at), to];
  return ends
    .map((at, i) => `${i === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(degreeAt(points, at)).toFixed(1)}`)
    .join("");
}
