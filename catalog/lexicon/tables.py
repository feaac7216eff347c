"""The phrases of a language as the phone looks them up: folded, in their spellings, by their first word."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .phrases import Phrase

# As pwa/src/words/text.ts cuts a sentence: words, numbers, and signs that are neither apostrophes nor quotation marks.
_TOKEN = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)|(?P<word>[^\W\d_]+)|(?P<mark>[^\s\"«»“”„*_~^'’‘ʼ´`-])")
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"}

Table = dict[str, Any]


def normalise(text: str) -> str:
    """Return small letters without accents; œ, æ and ß become two letters."""
    decomposed = unicodedata.normalize("NFD", text)
    plain = "".join(letter for letter in decomposed if not unicodedata.category(letter).startswith("M")).lower()
    return plain.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the words, numbers and signs of a phrase; hyphens and apostrophes part them."""
    return tuple(_figure(each["number"]) if each["number"] else each[0] for each in _TOKEN.finditer(normalise(phrase)))


def _figure(text: str) -> str:
    return f"{float(text.replace(',', '.')):g}"


def spellings(phrase: str, lang: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a phrase as people write it: with hyphens or in one, German umlauts also as two letters."""
    yield words_of(phrase)
    if re.search(r"[^\W\d_]-[^\W\d_]", phrase):
        yield words_of(phrase.replace("-", ""))
    if lang == "de" and any(letter in _UMLAUTS for letter in phrase):
        yield words_of("".join(_UMLAUTS.get(letter, letter) for letter in phrase))


def table(lang: str, found: Iterable[Phrase], *, numbers: Mapping[str, int], unlike: Iterable[str]) -> Table:
    """Return what the phone reads a language with; of two phrases that are spelled alike the later one counts.

    ``means`` are the meanings. ``phrases`` has for each first word what it means alone (an index, or −1), then in turn
    the further words and what they mean with it. ``further`` are the words that begin no phrase.
    """
    indexes: dict[str, int] = {}
    means: list[Any] = []
    spelled: dict[tuple[str, ...], int] = {}
    for phrase in found:
        index = indexes.setdefault(json.dumps(phrase.means, sort_keys=True), len(means))
        if index == len(means):
            means.append(phrase.means)
        spelled.update((words, index) for words in spellings(phrase.text, lang) if words)
    return {
        "means": means,
        "phrases": _by_first_word(spelled),
        "further": sorted({word for words in spelled for word in words} - {words[0] for words in spelled}),
        "numbers": {normalise(word): value for word, value in numbers.items()},
        "unlike": sorted({normalise(word) for word in unlike}),
    }


def _by_first_word(spelled: Mapping[tuple[str, ...], int]) -> dict[str, list[int | str]]:
    found: dict[str, list[int | str]] = {}
    for words, index in sorted(spelled.items()):
        entry = found.setdefault(words[0], [-1])
        if len(words) == 1:
            entry[0] = index
        else:
            entry += [" ".join(words[1:]), index]
    return found
