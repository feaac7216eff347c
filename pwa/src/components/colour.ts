/** Shades of a fabric, computed where the eye measures them: in OKLCH. */

export interface Oklch {
  /** 0 black to 1 white. */
  l: number;
  c: number;
  /** Degrees. */
  h: number;
}

/** The three colours of a drawing: the cloth, its shaded side, its seams. */
export interface Shades {
  main: string;
  shade: string;
  line: string;
}

const linear = (byte: number): number => {
  const s = byte / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
};

const GREY: [number, number, number] = [138, 143, 148];

function bytesOf(hex: string): [number, number, number] {
  const digits = /^#?([0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) return GREY;
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as [number, number, number];
}

/** "#1d6b97" → lightness, chroma and hue. What is no colour is taken as grey. */
export function oklch(hex: string): Oklch {
  const [r, g, b] = bytesOf(hex).map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
  };
}

const channel = (value: number): string => {
  const s = value <= 0.0031308 ? value * 12.92 : 1.055 * Math.max(0, value) ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, s)) * 255)
    .toString(16)
    .padStart(2, "0");
};

/** The nearest colour a screen can show, as "#rrggbb". */
export function hex({ l, c, h }: Oklch): string {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const red = 4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z;
  const green = -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z;
  const blue = -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z;
  return `#${channel(red)}${channel(green)}${channel(blue)}`;
}

/** Dark cloth takes light seams and light cloth dark ones, so that a black jacket still shows its zip at night. */
export function shadesOf(colour: string): Shades {
  const main = oklch(colour);
  const dark = main.l < 0.42;
  return {
    main: hex(main),
    shade: hex({ ...main, l: dark ? Math.max(0.12, main.l - 0.07) : main.l * 0.84, c: main.c * 0.96 }),
    line: hex({ ...main, l: dark ? main.l + 0.34 : main.l * 0.5, c: main.c * 0.6 }),
  };
}
