/**
 * Small mountain scenes for what is empty, missing or done: one family, viewBox 0 0 120 88, light from the left.
 *
 * Classes: `l` the lit side, `s` the shaded one, `g` a hole, `r` the one red mark of each scene, `t` a line of the land.
 */
export type VignetteId = "cairn" | "fog" | "signpost" | "rope" | "hut" | "tracks" | "tent" | "beacon" | "pocket";

const LAND =
  '<path class="t" d="M2 58 20 40l9 8 17-24 13 17 9-10 20 26 8-6 19 17"/>' +
  '<path class="t" d="M4 76c14-5 26-2 40-3s26-5 40-4 20 4 32 3M14 82c20-3 34-1 50-2s28-2 40-1"/>';

/** A body: its lit face, the shade laid on it, and the outline over both. */
const body = (outline: string, shade: string): string =>
  `<path class="l" d="${outline}"/><path class="s" d="${shade}"/><path d="${outline}"/>`;

const ROPE = "M33 58c-2 14 12 15 20 8s10-12 18-8 16 10 17 0";
const TRACK = "c-9 8 7 12-1 20s-14 9-5 17 7 12-3 19";

export const VIGNETTES: Readonly<Record<VignetteId, string>> = {
  cairn: [
    LAND,
    '<path class="r" d="M60 13V4l14 4.500z"/><path d="M60 30V4"/>',
    body(
      "M35 67c-1-6 7-10 25-10s27 3 26 9c0 6-9 7-26 7s-25 0-25-6z",
      "M68 57.400c11 1 19 3.600 18 9-1 5-8 6.400-20 6.600 5-4 6-11 2-15.600z",
    ),
    body(
      "M42 51c0-6 7-8.500 18-8.500S79 45 79 50s-8 7-19 7-18-1-18-6z",
      "M66 42.700c8 .6 13 3 13 7.300s-5 6-13 6.800c3-4 3-10 0-14.100z",
    ),
    body(
      "M48 37.500c0-5 5-7.500 12-7.500s12 2.500 12 6.500-5 6-12 6-12-1-12-5z",
      "M64 30.300c5 .6 8 3 8 6.200s-3 5-8 5.800c2-3.500 2-8.500 0-12z",
    ),
  ].join(""),
  fog: [
    '<circle class="r" cx="96" cy="20" r="5"/>',
    body(
      "M12 66 40 25l10 13 14-21 44 49z",
      "m64 17 44 49H78c-3-9-12-14-9-24 2-7-3-14-5-25zM40 25l10 13-5 7 5 21H39c3-9-4-16-1-25 1-5 2-10 2-16z",
    ),
    '<path class="m" d="M-4 57h72M22 65h106M-4 73h84M54 49h74"/><path d="M8 57h52M30 65h82M8 73h64M62 49h44"/>',
  ].join(""),
  signpost: [
    LAND,
    body("M57 74V12h6v62z", "M60 12h3v62h-3z"),
    '<path class="r" d="M52 18h38l9 7-9 7H52z"/><path class="k" d="M58 25h26"/>',
    body("M70 38H35l-9 7 9 7h35z", "M26 45h44v7H35z"),
  ].join(""),
  rope: [
    LAND,
    body(
      "M22 60c-7-9-7-29 0-37 6-6 17-4 19 5l5 25c2 11-16 17-24 7z",
      "M35 20c3 1.500 5 4 6 8l5 25c1.500 8-7.500 12.500-15 11.500 7-1 11-5 9.500-11.500z",
    ),
    body(
      "M98 60c7-9 7-29 0-37-6-6-17-4-19 5l-5 25c-2 11 16 17 24 7z",
      "M92 20c2 .6 4 1.500 6 3 7 8 7 28 0 37-3 3.600-7 5-11 5 8-5 12-14 11-24-.5-9-2-15-6-21z",
    ),
    '<path class="g" d="M28 54c-3-7-3-19 0-25 2-3 6-2 7 2l4 20c1 6-8 9-11 3zM92 54c3-7 3-19 0-25-2-3-6-2-7 2l-4 20c-1 6 8 9 11 3z"/>',
    `<path class="m" d="${ROPE}"/><path class="c" d="${ROPE}"/>`,
  ].join(""),
  hut: [
    LAND,
    body("M76 44V22h8v22z", "M80 22h4v22h-4z"),
    body("M34 74V47l26-20 26 20v27z", "M60 27l26 20v27H62c4-14-4-28-2-47z"),
    body("M24 51 60 22l36 29-4 4-32-25-32 25z", "M60 22l36 29-4 4-32-25z"),
    '<path class="g" d="M44 74V57h11v17z"/><path class="r" d="M66 55h10v10H66z"/><path class="k" d="M71 55v10"/>',
  ].join(""),
  tracks: [
    '<circle class="r" cx="98" cy="18" r="5"/>',
    body(
      "M4 75 52 16c4-4 9-4 13 0l51 59c-30 8-82 8-112 0z",
      "M65 16l51 59c-8 2-18 4-29 5-4-11-16-14-18-27-2-14 3-24-8-39 2 0 3 1 4 2z",
    ),
    `<path d="M55 22${TRACK}M60.500 22${TRACK}"/>`,
  ].join(""),
  tent: [
    LAND,
    '<path class="r" d="M54 19V9l14 5z"/><path d="M54 30V9M16 74l-8 4M104 74l9 4"/>',
    body("M16 74 54 28l14 46z", "M54 28l14 46H58z"),
    '<path class="g" d="M33 74 50 42l6 32z"/>',
    '<path class="s" d="M54 28 104 74H68z"/><path d="M54 28 104 74H68z"/>',
  ].join(""),
  beacon: [
    LAND,
    body("m54 34-9 40h30l-9-40z", "m61 34 3 40h11l-9-40z"),
    '<path d="M51 48h18M48 61h24"/>',
    body("M52 24h16v10H52z", "M60 24h8v10h-8z"),
    '<circle class="r" cx="60" cy="16" r="5"/>',
    '<path d="M45 25c-4-6-4-13 0-18M75 25c4-5 4-13 0-18M37 30c-8-9-8-20 0-28M83 30c8-9 8-20 0-28"/>',
  ].join(""),
  pocket: [
    LAND,
    body(
      "M46 4h28c4 0 7 3 7 7v66c0 4-3 7-7 7H46c-4 0-7-3-7-7V11c0-4 3-7 7-7z",
      "M70 4h4c4 0 7 3 7 7v66c0 4-3 7-7 7h-4z",
    ),
    '<path class="g" d="M44 14h32v56H44z"/><path d="M57 77h6"/>',
    '<path d="M49 21h8v8h-8zM63 21h8v8h-8zM49 37h8v8h-8z"/>',
    '<path class="r" d="M61 35h12v12H61z"/><path class="k" d="m63.500 44 3.500-5 3.500 5"/>',
  ].join(""),
};
