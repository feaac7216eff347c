/**
 * Write the words that would be read as a slip of another one: lines `{"lang", "word"}` in, the same lines out, fewer.
 * catalog/data/lexicon/lookalikes.yaml holds them, made from the most frequent words of each language.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const lexicon = JSON.parse(readFileSync(new URL("../src/words/lexicon.json", import.meta.url), "utf8"));
const { module } = await runnerImport(`${root}src/words/vocabulary.ts`, { root, configFile: false, logLevel: "error" });
const vocabularies = new Map();

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const { lang, word } = JSON.parse(line);
  const vocabulary = vocabularies.get(lang) ?? module.makeVocabulary(lexicon.languages[lang], lang);
  vocabularies.set(lang, vocabulary);
  const [reading] = module.readings(vocabulary, word, true);
  if (reading?.[1] === module.SLIP) process.stdout.write(`${JSON.stringify({ lang, word })}\n`);
}
