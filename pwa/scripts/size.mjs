/**
 * Fail where what a first screen loads (scripts and styles of the frame and of that page) is above its budget, or comes
 * in too many files: home, where the day begins, and the advice, which follows it.
 *
 * The build that is measured is pwa/dist, or the folder that is named.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

/** In KB. A start leads to home; the finder is what a shortcut may open instead. */
const BUDGETS = { home: 75, advice: 80 };
/** Each file costs a start some milliseconds, however small it is. */
const FILES = 8;
const named = process.argv[2];
const dist = named ? pathToFileURL(`${resolve(named)}/`) : new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

/** A page that shares its file with others has only the file's name (build/chunks.ts). */
const keyOf = (screen) =>
  Object.keys(manifest).find((key) => key === `src/features/${screen}/index.tsx` || manifest[key].name === screen);

/** The files of a chunk, of the chunks it imports, and their styles. */
function filesOf(key, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const style of chunk.css ?? []) found.add(style);
  for (const imported of chunk.imports ?? []) filesOf(imported, found);
  return found;
}

const bytesOf = new Map();
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

/** Bytes of a file as it travels. */
function measure(file) {
  const known = bytesOf.get(file);
  if (known !== undefined) return known;
  const bytes = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
  bytesOf.set(file, bytes);
  return bytes;
}

const totals = Object.entries(BUDGETS).map(([screen, budget]) => {
  const files = filesOf(keyOf(screen), filesOf("index.html"));
  const total = [...files].reduce((sum, file) => sum + measure(file), 0);
  return { screen, budget: budget * 1024, total, count: files.size };
});
for (const [file, bytes] of [...bytesOf].sort()) console.log(`${kilobytes(bytes).padStart(9)}  ${file}`);
for (const { screen, budget, total, count } of totals) {
  const told = `first screen “${screen}”, gzip (budget ${kilobytes(budget)}), in ${count} files (at most ${FILES})`;
  console.log(`${kilobytes(total).padStart(9)}  ${told}`);
  if (total > budget || count > FILES) process.exitCode = 1;
}
