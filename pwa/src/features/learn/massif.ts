/** The drawing of one mountain seen from above: closed contour lines, each inside the one before. Pure. */

/** Side of the drawing in its own units. */
export const SIDE = 100;
/** Contour lines from foot to summit, of the smallest mountain and of the largest. */
const FEWEST = 4;
const MOST = 10;
/** Corners of a line: enough for its smallest wave to stay round. */
const CORNERS = 40;
/** How much each wave round the mountain moves a line: ridges and valleys, of which the foot has more than the summit. */
const WAVES = [0, 0, 0.16, 0.11, 0.06, 0.045];
const FOOT = 46;
const SUMMIT = 4;
/** Room between two lines of the largest one: a hill has fewer lines, as far apart. */
const STEP = (FOOT - SUMMIT) / (MOST - 1);
/** How far the summit may lie from the middle of the foot: no line meets the next one. */
const LEAN = 9;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

const chance = (seed: string): number => hash(seed) / 2 ** 32;

/** How many lines a mountain has that holds this part of what the largest one holds. */
export const linesOf = (size: number): number => Math.round(FEWEST + (MOST - FEWEST) * Math.sqrt(size));

/** Return an SVG path for each contour line, the lowest first. The same seed draws the same mountain. */
export function massif(seed: string, count: number): string[] {
  const turns = WAVES.map((_, wave) => chance(`${seed} turn ${wave}`) * 2 * Math.PI);
  const sizes = WAVES.map((size, wave) => size * (0.55 + 0.45 * chance(`${seed} size ${wave}`)));
  const aside = chance(`${seed} lean`) * 2 * Math.PI;
  const foot = SUMMIT + STEP * (count - 1);
  return Array.from({ length: count }, (_, line) => {
    const height = line / (count - 1);
    const radius = foot + (SUMMIT - foot) * height ** 0.9;
    const ruggedness = 1 - 0.75 * height;
    const middle = [0, 1].map(
      (axis) => SIDE / 2 + ((LEAN * foot) / FOOT) * height * (axis === 0 ? Math.cos(aside) : Math.sin(aside)),
    );
    const corners = Array.from({ length: CORNERS }, (_, corner): [number, number] => {
      const angle = (corner / CORNERS) * 2 * Math.PI;
      const bulge = sizes.reduce((sum, size, wave) => sum + size * Math.cos(wave * angle + (turns[wave] ?? 0)), 0);
      const reach = radius * 0.87 * (1 + ruggedness * bulge);
      return [(middle[0] ?? 0) + reach * Math.cos(angle), (middle[1] ?? 0) + reach * Math.sin(angle)];
    });
    return ring(corners);
  });
}

/** A smooth closed line through the middles of the corners' sides. */
function ring(corners: readonly [number, number][]): string {
  const middle = (at: number): string => {
    const [x, y] = corners[at % corners.length] as [number, number];
    const [nextX, nextY] = corners[(at + 1) % corners.length] as [number, number];
    return `${round((x + nextX) / 2)} ${round((y + nextY) / 2)}`;
  };
  const curves = corners.map((_, at) => {
    const [x, y] = corners[(at + 1) % corners.length] as [number, number];
    return `Q${round(x)} ${round(y)} ${middle(at + 1)}`;
  });
  return `M${middle(0)}${curves.join("")}Z`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** How many of a mountain's lines are filled, from the foot up: the first with the first thing known, the last with all. */
export function filledLines(share: number, count: number): number {
  if (share <= 0) return 0;
  return share >= 1 ? count : Math.max(1, Math.min(count - 1, Math.round(share * count)));
}
