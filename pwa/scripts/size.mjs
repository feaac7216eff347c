/**
 * Fail where what the first screen loads (scripts and styles of the frame, of the home page and of the advice) is above its budget.
 *
 * The build that is measured is pwa/dist, or the folder that is named.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const BUDGET_BYTES = 75 * 1024;
const FIRST_SCREEN = ["index.html", "src/features/home/index.tsx", "src/features/advice/index.tsx"];
const named = process.argv[2];
const dist = named ? pathToFileURL(`${resolve(named)}/`) : new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

/** The files of a chunk, of the chunks it imports, and their styles. */
function filesOf(name, found = new Set()) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`${name} is not in the build`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const style of chunk.css ?? []) found.add(style);
  for (const imported of chunk.imports ?? []) filesOf(imported, found);
  return found;
}

const files = [...FIRST_SCREEN.reduce((found, name) => filesOf(name, found), new Set())].sort();
const sizes = files.map((file) => ({ file, bytes: gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length }));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

for (const { file, bytes } of sizes) console.log(`${kilobytes(bytes).padStart(9)}  ${file}`);
console.log(`${kilobytes(total).padStart(9)}  first screen, gzip (budget ${kilobytes(BUDGET_BYTES)})`);
if (total > BUDGET_BYTES) process.exitCode = 1;
