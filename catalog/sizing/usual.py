"""Sizes as people name them: letters, countries' numbers, shoe sizes; and the way to a body measure."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from .chart import Chart
from .request import Usual
from .rules import plain
from .tables import tables

ONE_SIZE = ("tu", "u", "unique", "taille unique", "one size", "onesize", "os", "uni", "t.u.", "one")
_NUMBER = re.compile(r"([0-9]+)(?:[.,]([0-9]))?[0-9]*(?: ([0-9])/([1-9]))?")
_AGE = re.compile(r"([0-9]+) ?(?:ans?|a|y|yrs?|years?|t|jahre|anni|anos)")
_LETTER = re.compile(r"(?:([0-9]) ?)?((?:(?:extra|x)[- ]?)*)(small|medium|large|s|m|l)")
# From a newborn’s size to that of a grown-up child, in centimetres.
_STATURES = (50, 188)
_ANGLO_SAXON = ("uk", "us", "us-men", "us-women", "mondopoint")
_BRACKETS = re.compile(r" ?\([^()]*\)$")
_PREFIX = re.compile(r"^(?:(?:eur?|fr|uk|us|taille|size|t\.?) ?(?=[0-9])|(?:taille|size|grosse|taglia|talla) )")


def same_size(first: str, second: str) -> bool:
    """Tell whether two size texts name the same size: XXL and 2XL, "EU 42" and "42"."""
    if _key(first) == _key(second):
        return True
    bare = [_BRACKETS.sub("", text.strip()) for text in (first, second)]
    one_has_brackets = (bare[0] == first.strip()) != (bare[1] == second.strip())
    return one_has_brackets and _key(bare[0]) == _key(bare[1])


def rows_named(chart: Chart, usual: Usual, audience: str) -> list[int]:
    """Return the rows that a usual size names by the chart's own labels and systems."""
    whole = [index for index, row in enumerate(chart.rows) if same_size(row.size, usual.size)]
    if usual.system == "intl" and not whole and _letter(usual.size):
        whole = [index for index, row in enumerate(chart.rows) if usual_part(row.size, usual.size)]
    if usual.system == "intl" and whole:
        return whole
    # A whole letter before a double one; a shoe number that stands in two rows means either.
    whole_letter = _rows_by(same_size, chart, usual, audience) if usual.system == "intl" else []
    by_system = whole_letter or _rows_by(_named_by, chart, usual, audience)
    if by_system:
        return by_system
    if usual.system in ("eu", "fr", "number"):
        return whole or _rows_by_age(chart, usual, audience)
    wanted = plain(f"{usual.system} {usual.size}")
    return [index for index, row in enumerate(chart.rows) if plain(row.size) == wanted]


def age_named(size: str) -> int | None:
    """Return the age that a size names ("8 ans", "8Y"), None where it names none."""
    match = _AGE.fullmatch(plain(size))
    return None if match is None else int(match[1])


def _rows_by(names: Callable[[str, str], bool], chart: Chart, usual: Usual, audience: str) -> list[int]:
    """Return the rows whose label in one of the system's columns names the usual size."""
    systems = systems_of(usual.system, audience, chart)
    return [
        index
        for index, row in enumerate(chart.rows)
        if any(names(row.systems[system], usual.size) for system in systems if system in row.systems)
    ]


def _rows_by_age(chart: Chart, usual: Usual, audience: str) -> list[int]:
    """Return the rows that a child's bare number names as an age: "6" is "6 ans"."""
    if audience != "kids":
        return []
    return [index for index, row in enumerate(chart.rows) if same_size(row.size, f"{usual.size} ans")]


def body_measure(usual: Usual, chart: Chart, audience: str) -> tuple[str, float] | None:
    """Return the measure and millimetres that a usual shoe, glove or hat size stands for, None where it has no rule."""
    number = size_number(usual.size)
    if number is None:
        return None
    if "foot_length_mm" in chart.measures:
        foot = foot_mm(usual.system, number, audience)
        return None if foot is None else ("foot_length_mm", foot)
    if "hand_mm" in chart.measures and usual.system in ("number", "eu", "intl", "us", "uk"):
        return "hand_mm", _round(number * 25.4)
    if "head_mm" in chart.measures and usual.system in ("cm", "eu", "fr", "number"):
        return "head_mm", _round(number * 10)
    return None


def stature_named(usual: Usual, chart: Chart, audience: str) -> tuple[str, float] | None:
    """Return the height in millimetres that a child's number is: 128, not 28 (a shoe) or 8 (an age)."""
    number = size_number(usual.size)
    if audience != "kids" or number is None or "height_mm" not in chart.measures or usual.system in _ANGLO_SAXON:
        return None
    return ("height_mm", _round(number * 10)) if _STATURES[0] <= number <= _STATURES[1] else None


def size_number(text: str) -> float | None:
    """Return the number in a size text: "42 2/3", "42,5", "EU 42"; None where there is none."""
    match = _NUMBER.fullmatch(_PREFIX.sub("", plain(text), count=1))
    if match is None:
        return None
    whole, tenths, over, under = match.groups()
    return int(whole) + int(tenths or 0) / 10 + (int(over) / int(under) if over else 0)


def foot_mm(system: str, number: float, audience: str) -> float | None:
    """Paris points and barleycorns; see conversions.yaml for the formulas and their source."""
    if system in ("eu", "fr", "de", "it", "es", "number"):
        foot = (number - 2) * 20 / 3
    elif system in ("mondopoint", "cm"):
        foot = number * 10 if number < 50 else number
    elif audience == "kids" or system == "intl":
        return None
    else:
        inches = {"uk": 0, "us-women": 2, "us-men": 1, "us": 2 if audience == "women" else 1}[system]
        foot = (number - inches + 23) / 3 * 25.4
    return _round(foot) if 80 <= foot <= 400 else None


def systems_of(system: str, audience: str, chart: Chart) -> tuple[str, ...]:
    """Return the columns of a chart in which a system's sizes may stand."""
    if system in ("uk", "us", "us-men", "us-women"):
        return (system, system[:2], "uk_us")
    if system == "intl":
        return ("intl", "int")
    women: Mapping[str, Any] = tables()["conversions"]["women"]
    has_eu = any("eu" in row.systems for row in chart.rows)
    if system == "eu" and audience == "women" and not has_eu:
        return (str(women["eu"]),)
    if system == "de" and not any("de" in row.systems for row in chart.rows):
        return ("eu",)
    return (system,)


def _named_by(listed: str, size: str) -> bool:
    """Tell whether "37/37.5", "36-38" or "M" names a size."""
    if any(same_size(part, size) for part in re.split(r" ?[/;] ?|, ", listed)):
        return True
    ends = [size_number(part) for part in re.split(r" ?[-–] ?", listed)]
    number = size_number(size)
    return len(ends) == 2 and None not in (*ends, number) and (ends[0] or 0) <= (number or 0) <= (ends[1] or 0)


def _key(text: str) -> str:
    bare = _PREFIX.sub("", plain(text), count=1).replace(",", ".")
    letters: Mapping[str, str] = tables()["words"]["letters"]
    age = age_named(bare)
    return letters.get(bare) or _letter(bare) or (bare if age is None else f"{age}y")


def _letter(text: str) -> str:
    """Return a letter size in one form: 2xl for XXL, 2X-Large and Extra Extra Large; "" where it is none."""
    match = _LETTER.fullmatch(_PREFIX.sub("", plain(text), count=1))
    if match is None:
        return ""
    digit, extras, size = match.groups()
    named = len(re.findall("extra|x", extras))
    if digit:
        return _with_extras(int(digit), size) if named == 1 else ""
    return _with_extras(named, size)


def _with_extras(count: int, size: str) -> str:
    if count and size in ("m", "medium"):
        return ""
    return ("" if count == 0 else "x" if count == 1 else f"{count}x") + size[0]


def usual_part(label: str, size: str) -> bool:
    """Tell whether a double size ("S/M", "L-XL", "Large/Tall") holds a letter size."""
    parts = [_letter(part) for part in re.split(r" ?[/–-] ?", plain(label))]
    return len(parts) == 2 and _letter(size) in parts


def _round(number: float) -> float:
    return math.floor(number + 0.5)
