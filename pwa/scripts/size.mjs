/** Fail where the first load (every script and style that the start page asks for) is above its budget. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_BYTES = 80 * 1024;
const dist = new URL("../dist/", import.meta.url);

/** The files named by the start page, and what they import before anything is shown. */
function firstLoad() {
  const html = readFileSync(new URL("index.html", dist), "utf8");
  const asked = [...html.matchAll(/(?:src|href)="\/app\/(assets\/[^"]+\.(?:js|css))"/g)].map((found) => found[1]);
  const files = new Set(asked);
  for (const file of files) {
    const source = readFileSync(new URL(file, dist), "utf8");
    for (const [, name] of source.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) files.add(`assets/${name}`);
  }
  return [...files].sort();
}

const sizes = firstLoad().map((file) => ({
  file,
  bytes: gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length,
}));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

for (const { file, bytes } of sizes) console.log(`${kilobytes(bytes).padStart(9)}  ${file}`);
console.log(`${kilobytes(total).padStart(9)}  first load, gzip (budget ${kilobytes(BUDGET_BYTES)})`);
if (sizes.length === 0) throw new Error("no script found in dist/index.html: build first");
if (total > BUDGET_BYTES) process.exitCode = 1;
