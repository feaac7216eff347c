/** What the compiler folded is what the phone would have folded, and nothing is lost by working it out late. */
import { describe, expect, test } from "vitest";
import { LANGS, type Lexicon, makeUnderstand } from "../../pwa/src/words";
import lexicon from "../../pwa/src/words/lexicon.json";
import { tokenise } from "../../pwa/src/words/text";
import { firstNode, makeVocabulary, readings, SLIP } from "../../pwa/src/words/vocabulary";

const { languages } = lexicon as unknown as Lexicon;

describe.each(LANGS)("the lexicon in %s", (lang) => {
  const vocabulary = makeVocabulary(languages[lang], lang);

  test("each word is one token, folded as in a sentence", () => {
    for (const word of vocabulary.words) expect(tokenise(word).map(({ norm }) => norm)).toEqual([word]);
  });

  test("each phrase leads to what it means", () => {
    for (const [word, [alone, ...further]] of Object.entries(languages[lang].phrases)) {
      const node = firstNode(vocabulary, word);
      expect(node?.means).toEqual(languages[lang].means[Number(alone)]);
      for (let i = 0; i < further.length; i += 2) {
        let last = node;
        for (const next of String(further[i]).split(" ")) last = last?.next.get(next);
        expect(last?.means).toEqual(languages[lang].means[Number(further[i + 1])]);
      }
    }
  });

  test("all words of one stem are found from each of them", () => {
    const long = [...vocabulary.words].filter((word) => word.length >= 4);
    const stems = new Map<string, string[]>();
    for (const word of [...vocabulary.words].filter(({ length }) => length >= 3)) {
      const stem = vocabulary.stem(word);
      stems.set(stem, [...(stems.get(stem) ?? []), word]);
    }
    for (const word of long) {
      if (vocabulary.unlike.has(word)) continue;
      const found = new Set(readings(vocabulary, word, false).map(([reading]) => reading));
      expect(found, word).toEqual(new Set(stems.get(vocabulary.stem(word))));
    }
  });

  test("a word of the list of lookalikes is no slip", () => {
    for (const word of vocabulary.unlike) expect(readings(vocabulary, word, true)[0]?.[1] ?? 0, word).not.toBe(SLIP);
  });
});

test("a sentence before the preparation is read as after it", () => {
  const prepared = makeUnderstand(lexicon as unknown as Lexicon);
  for (const _ of { [Symbol.iterator]: prepared.prepare });
  const text = "une doudounne legere pour randonées hivernales";
  expect(makeUnderstand(lexicon as unknown as Lexicon)(text)).toEqual(prepared(text));
});
