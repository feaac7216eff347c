/** Read lines `{"lang", "text"}` and write lines `{"answers", "rest"}`: the phone's own code, without a build or a server. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const lexicon = JSON.parse(readFileSync(new URL("../src/words/lexicon.json", import.meta.url), "utf8"));
const { module } = await runnerImport(`${root}src/words/index.ts`, { root, configFile: false, logLevel: "error" });
const understand = module.makeUnderstand(lexicon);

/** One line's answer; a line that cannot be read says why. */
function reply(line) {
  let asked;
  try {
    asked = JSON.parse(line);
  } catch {
    return { error: "This line is not JSON." };
  }
  if (typeof asked?.text !== "string") return { error: "Give the sentence as “text”." };
  const { answers, rest } = understand(asked.text, typeof asked.lang === "string" ? { lang: asked.lang } : {});
  return { answers, rest };
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (!line.trim()) continue;
  const answer = reply(line);
  if (answer.error) process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
