/** Contour lines of a made-up mountain, the one ornament of the house: the same seed draws the same slopes for ever. */

/** Side of a cell in drawing units: finer cells cost time and show no difference under a faint line. */
const CELL = 8;
const WAVES = [
  { length: 128, height: 1 },
  { length: 54, height: 0.32 },
];
/** Eight slopes about equally steep, so that no root or sine can differ from one browser to the next. */
const SLOPES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1.4, 0],
  [1, -1],
  [0, -1.4],
  [-1, -1],
  [-1.4, 0],
  [-1, 1],
  [0, 1.4],
];

/**
 * Which sides (0 top, 1 right, 2 bottom, 3 left) a line joins, by which corners lie above it: bit 0 top left, then
 * clockwise. At a saddle (5 and 10) both pairings are as true; this one is always taken.
 */
const TOP_LEFT: Pair = [0, 3];
const TOP_RIGHT: Pair = [0, 1];
const BOTTOM_RIGHT: Pair = [1, 2];
const BOTTOM_LEFT: Pair = [2, 3];
const ACROSS: Pair = [1, 3];
const DOWN: Pair = [0, 2];
const HALF: (Pair[] | null)[] = [
  null,
  [TOP_LEFT],
  [TOP_RIGHT],
  [ACROSS],
  [BOTTOM_RIGHT],
  [TOP_LEFT, BOTTOM_RIGHT],
  [DOWN],
  [BOTTOM_LEFT],
];
const CROSSED: (Pair[] | null)[] = [...HALF, ...[...HALF].reverse()];

type Pair = readonly [number, number];

/** Work that may rest after each of its steps. */
type Work<Result> = Generator<undefined, Result>;
/** So many points are measured, or joined, in one step. */
const POINTS_A_STEP = 256;

interface Grid {
  columns: number;
  rows: number;
  heights: Float64Array;
  low: number;
  high: number;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function hashPoint(seed: number, x: number, y: number): number {
  let hash = seed ^ Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

const ease = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** What the slope at one whole point adds at a distance from it. */
function pull(seed: number, x: number, y: number, dx: number, dy: number): number {
  const slope = SLOPES[hashPoint(seed, x, y) & 7] as readonly [number, number];
  return slope[0] * dx + slope[1] * dy;
}

/** Smooth noise between about -1 and 1: a random slope at each whole point, blended in between. */
function noise(seed: number, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const dx = x - left;
  const dy = y - top;
  const across = ease(dx);
  const upper = mix(pull(seed, left, top, dx, dy), pull(seed, left + 1, top, dx - 1, dy), across);
  const lower = mix(pull(seed, left, top + 1, dx, dy - 1), pull(seed, left + 1, top + 1, dx - 1, dy - 1), across);
  return mix(upper, lower, ease(dy));
}

function* survey(seed: number, width: number, height: number): Work<Grid> {
  const columns = Math.ceil(width / CELL) + 1;
  const rows = Math.ceil(height / CELL) + 1;
  const heights = new Float64Array(columns * rows);
  for (let at = 0; at < heights.length; at++) {
    const x = (at % columns) * CELL;
    const y = Math.floor(at / columns) * CELL;
    for (const [octave, wave] of WAVES.entries()) {
      heights[at] = (heights[at] as number) + wave.height * noise(seed + octave, x / wave.length, y / wave.length);
    }
    if (at % POINTS_A_STEP === POINTS_A_STEP - 1) yield;
  }
  const low = heights.reduce((a, b) => Math.min(a, b));
  const high = heights.reduce((a, b) => Math.max(a, b));
  return { columns, rows, heights, low, high };
}

/*
 * Crossings are numbered by the cell edge they lie on: twice the grid point, plus one for the edge that goes down.
 *
 *      p ──2p── p+1          A cell joins its crossings in pairs; each crossing belongs to two cells at most,
 *      │         │           so it has two neighbours at most and the lines can be walked from end to end.
 *    2p+1       2(p+1)+1
 *      │         │
 *      └2(p+columns)┘
 */
type Links = Map<number, number[]>;

function link(links: Links, a: number, b: number): void {
  const next = links.get(a);
  if (next) next.push(b);
  else links.set(a, [b]);
}

/** The crossings of each level with their neighbours. A cell is visited once, and only for the levels that cross it. */
function* join({ columns, rows, heights, low, high }: Grid, count: number): Work<Links[]> {
  const links: Links[] = Array.from({ length: count }, () => new Map());
  // How many levels lie below each point: whole numbers, so that neighbouring cells agree about a shared edge.
  const below = heights.map((height) => Math.round(((height - low) / (high - low)) * count));
  for (let p = 0; p < columns * (rows - 1); p++) {
    if (p % POINTS_A_STEP === POINTS_A_STEP - 1) yield;
    if (p % columns !== columns - 1) joinCell(links, below, p, columns);
  }
  return links;
}

/** Join the crossings of one cell, whose first corner is the point `p`. */
function joinCell(links: Links[], below: Float64Array, p: number, columns: number): void {
  const corners = [p, p + 1, p + columns + 1, p + columns].map((point) => below[point] as number);
  const edges = [2 * p, 2 * (p + 1) + 1, 2 * (p + columns), 2 * p + 1];
  const top = Math.max(...corners);
  for (let at = Math.min(...corners); at < top; at++) {
    const mask = corners.reduce((bits, corner, bit) => bits | (corner > at ? 1 << bit : 0), 0);
    for (const [a, b] of CROSSED[mask] ?? []) {
      link(links[at] as Links, edges[a] as number, edges[b] as number);
      link(links[at] as Links, edges[b] as number, edges[a] as number);
    }
  }
}

/** Walk from one crossing to the end of its line, or round it; each crossing is struck out as it is passed. */
function walk(links: Links, start: number): number[] {
  const line = [start];
  let from = -1;
  let here = start;
  for (;;) {
    const next = links.get(here)?.find((each) => each !== from);
    links.delete(here);
    if (next === undefined) return line;
    line.push(next);
    if (next === start) return line;
    from = here;
    here = next;
  }
}

function place(grid: Grid, level: number, edge: number): [number, number] {
  const point = edge >> 1;
  const down = edge & 1;
  const a = grid.heights[point] as number;
  const b = grid.heights[point + (down ? grid.columns : 1)] as number;
  const along = (level - a) / (b - a);
  return [
    CELL * ((point % grid.columns) + (down ? 0 : along)),
    CELL * (Math.floor(point / grid.columns) + (down ? along : 0)),
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Two crossings that nearly touch, on both sides of a grid point, would make a corner: only the first is kept. */
function thinned(points: [number, number][]): [number, number][] {
  const last = points.length - 1;
  let kept = points[0] as [number, number];
  return points.filter((point, at) => {
    if (at > 0 && at < last && Math.hypot(point[0] - kept[0], point[1] - kept[1]) < CELL * 0.6) return false;
    kept = point;
    return true;
  });
}

/** A ring starts and ends in the middle of a piece, where the curve is smooth; an open line at its own ends. */
function opened(points: [number, number][]): [number, number][] {
  const [first, second] = points as [[number, number], [number, number]];
  const last = points[points.length - 1] as [number, number];
  if (first[0] !== last[0] || first[1] !== last[1]) return points;
  const middle: [number, number] = [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2];
  return [middle, ...points.slice(1), middle];
}

/**
 * A smooth curve through the middles of the line's pieces, with the crossings as handles. Each handle is the mirror
 * image of the one before (`T`), which halves the text; what rounding moved is carried on, so it never adds up.
 */
function curve(points: [number, number][]): string {
  const [start, second] = points as [[number, number], [number, number]];
  let [handleX, handleY] = [round(second[0]), round(second[1])];
  let path = `M${round(start[0])} ${round(start[1])}Q${handleX} ${handleY}`;
  for (let at = 2; at < points.length; at++) {
    const point = points[at] as [number, number];
    const x = round((handleX + point[0]) / 2);
    const y = round((handleY + point[1]) / 2);
    path += `${at > 2 ? "T" : " "}${x} ${y}`;
    handleX = 2 * x - handleX;
    handleY = 2 * y - handleY;
  }
  const end = points[points.length - 1] as [number, number];
  return `${path}${points.length > 2 ? "T" : " "}${round(end[0])} ${round(end[1])}`;
}

function lines(grid: Grid, level: number, links: Links): string {
  let path = "";
  const draw = (edge: number): void => {
    const line = walk(links, edge);
    // Shorter than a few cells is a speck, not a contour.
    if (line.length > 7) path += curve(opened(thinned(line.map((each) => place(grid, level, each)))));
  };
  // Open lines first, from an end; what is left then are rings.
  for (const [edge, next] of links) if (next.length === 1) draw(edge);
  for (const edge of links.keys()) draw(edge);
  return path;
}

/**
 * One SVG path for each height, lowest first, for a drawing of `width` by `height` units; in steps of about a millisecond,
 * so that an ornament takes a frame from nobody.
 *
 * A height that leaves no line is left out, so there are `count` paths at most.
 */
export function* drawing(seed: string, width = 400, height = 200, count = 14): Work<string[]> {
  const grid = yield* survey(hashText(seed), width, height);
  const { low, high } = grid;
  const paths: string[] = [];
  for (const [at, links] of (yield* join(grid, count)).entries()) {
    yield;
    paths.push(lines(grid, low + ((high - low) * (at + 0.5)) / count, links));
  }
  return paths.filter((path) => path !== "");
}

/** The whole drawing at once. */
export function contours(...asked: Parameters<typeof drawing>): string[] {
  const work = drawing(...asked);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
