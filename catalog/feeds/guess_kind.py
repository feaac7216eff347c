"""What a new product is and whom it is for, from its supplier's words: a proposal, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from catalog import DATA, yamlfile
from catalog.lexicon.schema import LanguageFile
from catalog.model import AUDIENCES
from catalog.reference import Reference

from .fields import plain

_LANGUAGES = ("fr", "en")
_LONGEST = 6
_AUDIENCES: Mapping[str, str] = {
    "men": "men|man|mens|male|homme|hommes|masculin|h|m|herren|herr|uomo|uomini|hombre|hombres|messieurs",
    "women": "women|woman|womens|female|femme|femmes|feminin|f|w|damen|donna|donne|mujer|mujeres|dames|ladies",
    "unisex": "unisex|unisexe|mixte|adult|adults|adulte|adultes|u|unisesso",
    "kids": "kids|kid|child|children|enfant|enfants|junior|juniors|bebe|baby|toddler|infant|newborn|fille|filles|garcon"
    "|garcons|boys|girls|boy|girl|kinder|bambino|bambini|nino|ninos|youth",
}
_AGES = {"newborn", "infant", "toddler", "kids"}
_ALONE = {"h", "m", "f", "w", "u", "adult", "adults", "adulte", "adultes"}
"""Words that say whom only where a cell is nothing else."""
_WHOM = {word: audience for audience, words in _AUDIENCES.items() for word in words.split("|")}
_SMALL = frozenset({"a", "de", "d", "des", "du", "en", "la", "le", "les", "l", "pour", "the", "of", "for", "and", "et"})
_GEAR = frozenset({"pack", "rope", "sleep", "accessory", "head", "hands"})
"""Families whose pieces are unisex where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A category, or those it may be; ``words`` are what it was told from."""

    category: str | None
    candidates: tuple[str, ...]
    words: str


def kind_of(texts: Sequence[str], reference: Reference) -> Kind:
    """Return what a product is, from texts that speak the more plainly the earlier they stand.

    Each text narrows what the ones before left open; one that contradicts them is passed over.
    """
    vocabulary = _vocabulary(reference)
    open_: frozenset[str] = frozenset()
    told: list[str] = []
    for text in texts:
        said = _said(text, vocabulary)
        narrower = said if not open_ else open_ & said
        if narrower and narrower != open_:
            open_ = narrower
            told.append(text)
        if len(open_) == 1:
            return Kind(next(iter(open_)), tuple(open_), " · ".join(told))
    shown = " · ".join(dict.fromkeys(text for text in texts if text))
    return Kind(None, tuple(sorted(open_)), shown)


def audience_of(texts: Sequence[str], ages: Sequence[str] = ()) -> str | None:
    """Return whom a product is for, the earlier texts speak the more plainly; ``ages`` as Google says them."""
    if any(age.strip().casefold() in _AGES for age in ages):
        return "kids"
    for text in texts:
        if text.strip() in AUDIENCES:
            return text.strip()
        words = plain(text).split()
        found = {_WHOM[word] for word in words if word in _WHOM and (len(words) == 1 or word not in _ALONE)}
        if found == {"men", "women"}:
            return "unisex"
        for audience in ("kids", "women", "men", "unisex"):
            if audience in found:
                return audience
    return None


def is_gear(category: str, reference: Reference) -> bool:
    """Tell pieces that anybody wears or carries."""
    known = reference.categories.get(category)
    return known is not None and known.family in _GEAR


def _said(text: str, vocabulary: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the categories of the longest words in a text that name any; of equally long ones, the narrowest."""
    if text in vocabulary:
        return vocabulary[text]
    words = [_single(word) for word in re.split(r"\s+", plain(text)) if word]
    for length in range(min(_LONGEST, len(words)), 0, -1):
        runs = (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))
        found = [vocabulary[run] for run in runs if run in vocabulary]
        if found:
            widest = min(found, key=len)
            return widest if len(widest) == 1 else _narrowed(frozenset(words), widest, vocabulary)
    return frozenset()


def _narrowed(words: frozenset[str], wide: frozenset[str], vocabulary: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Narrow a group by names whose words stand apart in the text: "sac à dos d'alpinisme" is a "sac d'alpinisme"."""
    best, most = wide, 1
    for name, categories in vocabulary.items():
        parts = set(name.split()) - _SMALL
        if len(parts) > most and parts <= words and categories < wide:
            best, most = categories, len(parts)
    return best


def _single(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and not word.endswith("ss") else word


def _singles(text: str) -> str:
    return " ".join(_single(word) for word in plain(text).split())


_kept: dict[int, tuple[Reference, dict[str, frozenset[str]]]] = {}


def _vocabulary(reference: Reference) -> Mapping[str, frozenset[str]]:
    """Return what each word may mean: labels and customers' words, of categories and of groups."""
    held = _kept.get(id(reference))
    if held is None:
        _kept.clear()
        held = _kept[id(reference)] = (reference, _words(reference))
    return held[1]


def _words(reference: Reference) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    meanings: list[tuple[str, frozenset[str]]] = [
        (word, frozenset(reference.groups[name].categories if name in reference.groups else (name,)))
        for name, words in wanted().items()
        if name in reference.groups or name in reference.categories
        for word in words
    ]
    for category in reference.categories.values():
        own = frozenset((category.id,))
        meanings += [(word, own) for word in (*category.label.values(), *category.plural.values())]
        found[category.id] = own
    for word, categories in meanings:
        key = _singles(word)
        if key:
            found[key] = categories if key not in found else _nearer(found[key], categories)
    return found


def _nearer(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    return min(one, other, key=len) if one & other else one | other


@lru_cache(maxsize=1)
def wanted() -> Mapping[str, tuple[str, ...]]:
    """Return what customers call each category and group, in French and English."""
    found: dict[str, tuple[str, ...]] = {}
    for lang in _LANGUAGES:
        document = yamlfile.read(DATA / "lexicon" / f"{lang}.yaml", LanguageFile())
        for name, words in document.data["wanted"].items():
            found[name] = (*found.get(name, ()), *words)
    return found


@lru_cache(maxsize=1)
def activity_words() -> Mapping[str, str]:
    """Return the activity of each word that customers have for it, in French and English."""
    return {
        plain(word): name
        for lang in _LANGUAGES
        for name, words in yamlfile.read(DATA / "lexicon" / f"{lang}.yaml", LanguageFile()).data["activity"].items()
        for word in (name, *words)
    }
