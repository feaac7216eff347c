import style from "./Body.module.css";

/** Offsets of the lines round the body, from the outermost in: like the contour lines of a hill. */
const RINGS = [30, 25, 20, 15.5, 11, 7];
const WIDTHS = { trunk: 0, limb: -6, head: 4 } as const;

/** A standing body as contour lines: the same bones drawn again and again, each line thinner than the last. */
export function Body() {
  return (
    <svg class={style.body} viewBox="0 0 100 112" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
      {RINGS.map((ring) => (
        <g key={ring}>
          <Bones ring={ring} grow={0.55} name={style.line} />
          <Bones ring={ring} grow={0} name={style.ground} />
        </g>
      ))}
    </svg>
  );
}

function Bones({ ring, grow, name }: { ring: number; grow: number; name: string | undefined }) {
  const wide = (kind: keyof typeof WIDTHS): number => Math.max(0.4, ring + WIDTHS[kind]) + grow;
  return (
    <g class={name}>
      <path d="M50 10v.1" stroke-width={wide("head")} />
      <path d="M43 30L57 30L55 56L45 56Z" stroke-width={wide("trunk")} />
      <path d="M39 30L31 46L27 61M61 30L69 46L73 61" stroke-width={wide("limb")} />
      <path d="M45.5 58L43 80L42 101M54.5 58L57 80L58 101" stroke-width={wide("limb")} />
    </g>
  );
}
