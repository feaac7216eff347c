"""What the free text of a chart asks: "between sizes take the larger", "the chest decides", "size up over a fleece"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from .tables import tables

_FIT = ("over", "close", "growth")
STAY = "stay"


@dataclass(frozen=True, slots=True)
class Rule:
    """Directions are "up", "down" or "". ``measures`` decide when measures disagree, in the order of the text.

    ``over``, ``close`` and ``growth`` may be "stay": the guide says that the size as measured already allows for it.
    ``inside``: the chart gives the length inside the shoe, not that of the foot.
    """

    between: str = ""
    over: str = ""
    close: str = ""
    growth: str = ""
    always: str = ""
    differ: str = ""
    measures: tuple[str, ...] = ()
    inside: bool = False


def plain(text: str) -> str:
    """Return a text in lower case, without accents, with straight apostrophes, plain fractions and single spaces."""
    whole = text.lower().replace("ß", "ss").replace("½", " 1/2").replace("⅓", " 1/3").replace("⅔", " 2/3")
    folded = unicodedata.normalize("NFD", whole)
    bare = "".join(char for char in folded if not "\u0300" <= char <= "\u036f")
    return re.sub(r"\s+", " ", bare.replace("\u2019", "'")).strip(" ")


def read_rule(text: str) -> Rule:
    """Read a chart's rule, sentence by sentence; what is not understood changes nothing."""
    found: dict[str, str] = {}
    measures: dict[str, None] = {}
    for sentence in re.split(r"[.;\n!]+", plain(text)):
        if measure := _deciding_measure(sentence):
            measures.setdefault(measure)
        for key, value in _sentence(sentence).items():
            found.setdefault(key, value)
    return Rule(**found, measures=tuple(measures), inside=_has("inside", plain(text)))


def layering_level(text: str) -> str:
    """Return close, normal, over or thick for a layering wish, "" where it is not understood."""
    words = plain(text)
    for entry in tables()["words"]["layering"]:
        if re.search(entry["pattern"], words):
            return str(entry["level"])
    return ""


def _sentence(sentence: str) -> dict[str, str]:
    found: dict[str, str] = {}
    # "Cut larger" tells how it fits; it is no advice to take the larger.
    bare = _pattern("large_fit").sub(" ", _pattern("small_fit").sub(" ", sentence))
    directions = _directions(bare)
    if not directions and _has("small_fit", sentence):
        found["between"] = "up"
    elif not directions and _has("large_fit", sentence):
        found["between"] = "down"
    for place, direction in enumerate(directions):
        for condition in _conditions(bare, directions, place):
            for key, way in _meant(condition, direction):
                found.setdefault(key, way)
    if _has("growth_in", sentence):
        found.setdefault("growth", STAY)
    return found


def _meant(condition: str, direction: _Direction) -> list[tuple[str, str]]:
    """Return what a direction says; "do not size up" is no advice to size down, save between two sizes."""
    if not direction.negated:
        return [(condition, direction.way)]
    opposite = "down" if direction.way == "up" else "up"
    if condition in ("between", "differ"):
        return [(condition, opposite)]
    if condition == "always":
        return [("between", opposite), ("growth", STAY)]
    return [(condition, STAY)]


def _conditions(sentence: str, directions: list[_Direction], place: int) -> list[str]:
    """Return when one direction of a sentence holds: for a kind of wear, between sizes, or always."""
    fits = _fit_of(sentence, directions, place)
    between = _has("between", sentence)
    if _has("differ", sentence) and not between:
        return [*fits, "differ"]
    if fits and not (between and len(directions) == 1 and not _is_ahead(sentence, directions)):
        return fits
    return [*fits, "between"] if between else ["always"]


@dataclass(frozen=True, slots=True)
class _Direction:
    way: str
    start: int
    end: int
    negated: bool


def _directions(sentence: str) -> list[_Direction]:
    found = [
        _Direction(way, match.start(), match.end(), _is_negated(sentence[: match.start()]))
        for way in ("up", "down")
        for match in _pattern(way).finditer(sentence)
    ]
    return sorted(found, key=lambda direction: (direction.start, direction.end))


def _is_negated(before: str) -> bool:
    """Tell whether a direction stands behind a negation ("do not size up")."""
    negated = _pattern("negation").search(before)
    if negated is None:
        return False
    return not _has("no_negation", before[max(0, negated.start() - 10) :])


def _is_ahead(sentence: str, directions: list[_Direction]) -> bool:
    """Tell whether the kind of wear is named before the first direction."""
    return any(_has(fit, sentence[: directions[0].start]) for fit in _FIT)


def _fit_of(sentence: str, directions: list[_Direction], place: int) -> list[str]:
    """Return the kinds of wear that one direction is meant for, from the words before it, else after it."""
    here = directions[place]
    if _is_ahead(sentence, directions):
        window = sentence[directions[place - 1].end if place else 0 : here.start]
    else:
        window = sentence[here.end : directions[place + 1].start if place + 1 < len(directions) else len(sentence)]
    return [fit for fit in _FIT if _has(fit, window)]


def _deciding_measure(sentence: str) -> str:
    after = _pattern("after").search(sentence)
    if after is not None:
        named = _measures_in(sentence[after.end() :])
        if named:
            return named[0]
    before = _pattern("before").search(sentence)
    if before is not None:
        named = _measures_in(sentence[: before.start()])
        if named:
            return named[-1]
    return ""


def _measures_in(text: str) -> list[str]:
    """Return the measures a text names, in the order of their first mention."""
    words: Mapping[str, str] = tables()["words"]["measures"]
    text = _pattern("low_hip").sub("lowhip", text)
    hits = [(match.start(), measure) for measure in words if (match := _measure(measure).search(text)) is not None]
    return [measure for _, measure in sorted(hits)]


def _has(name: str, text: str) -> bool:
    return _pattern(name).search(text) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words: dict[str, Any] = tables()["words"]
    return re.compile(words[name], re.ASCII)


@cache
def _measure(name: str) -> re.Pattern[str]:
    return re.compile(tables()["words"]["measures"][name], re.ASCII)
