/** The hashed files of the builds before, beside the build: a page that is still open may ask the server for them. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vite";

const BUILDS_KEPT = 2;

/** Before a build empties its folder, copy the scripts and styles to `<folder>-previous/<build>/`; keep the two newest. */
export function keepPreviousBuilds(): Plugin {
  let out = "";
  return {
    name: "keep-previous-builds",
    apply: "build",
    configResolved({ root, build }) {
      out = resolve(root, build.outDir);
    },
    buildStart: () => putAside(out),
    closeBundle: () => forget(out),
  };
}

/** Copy the present build, if there is one. */
export function putAside(out: string): void {
  const build = buildIn(out);
  if (!build || !existsSync(`${out}/assets`)) return;
  const kept = `${out}-previous/${build}`;
  mkdirSync(`${out}-previous`, { recursive: true });
  cpSync(`${out}/assets`, kept, { recursive: true });
  const now = new Date();
  utimesSync(kept, now, now);
}

/** Drop all but the newest builds, and the copy of the present one. */
export function forget(out: string): void {
  const folder = `${out}-previous`;
  if (!existsSync(folder)) return;
  const present = buildIn(out);
  const newestFirst = readdirSync(folder)
    .filter((name) => name !== present)
    .map((name) => ({ name, at: statSync(`${folder}/${name}`).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  const leaving = newestFirst.slice(BUILDS_KEPT).map(({ name }) => name);
  for (const name of present ? [...leaving, present] : leaving)
    rmSync(`${folder}/${name}`, { recursive: true, force: true });
}

function buildIn(out: string): string | null {
  const file = `${out}/version.json`;
  if (!existsSync(file)) return null;
  const { build } = JSON.parse(readFileSync(file, "utf8")) as { build?: string };
  return build && /^[0-9a-f]+$/.test(build) ? build : null;
}
