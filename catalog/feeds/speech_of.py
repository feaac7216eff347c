"""Which language a description is in, by its small words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .fields import plain

_SMALL = {
    "fr": "le la les des du une un et est pour avec dans sur vous votre nos qui en au aux pas plus ce cette sans",
    "en": "the and is for with in on you your our which of to an this that from without are it",
    "de": "der die das und ist fur mit im auf sie ihr von zu ein eine den dem ohne nicht auch bei",
    "it": "il lo gli della del una uno e per con nel su che di da dei delle senza non questo sono",
    "es": "el los las del una uno y para con en por que de su al sin no este son mas",
}
_WORDS = {lang: frozenset(words.split()) for lang, words in _SMALL.items()}
_ENOUGH = 3


def language_of(texts: Iterable[str]) -> str:
    """Return the language most small words are of; French where too few are there to tell."""
    counts: Counter[str] = Counter()
    for text in texts:
        words = Counter(plain(text).split())
        for lang, small in _WORDS.items():
            counts[lang] += sum(words[word] for word in small)
    best, second = (*counts.most_common(2), ("fr", 0), ("fr", 0))[:2]
    return best[0] if best[1] >= _ENOUGH and best[1] > second[1] else "fr"
