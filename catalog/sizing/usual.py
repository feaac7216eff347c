"""Sizes as people name them: letters, countries' numbers, shoe sizes; and the way to a body measure."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from .chart import AGE, Chart, Interval, Row
from .request import Usual
from .rules import plain
from .tables import tables

ONE_SIZE = ("tu", "u", "unique", "taille unique", "one size", "onesize", "os", "uni", "t.u.", "one")
_NUMBER = re.compile(r"([0-9]+)(?:[.,]([0-9]))?[0-9]*(?: ([0-9])/([1-9]))?")
_AGE = re.compile(r"([0-9]+) ?(?:ans?|a|y|yrs?|years?|jahre|anni|anos)")
_LETTER = re.compile(r"(?:([0-9]) ?)?((?:(?:extra|x)[- ]?)*)(small|medium|large|s|m|l)")
_BRACKETS = re.compile(r" ?\([^()]*\)$")
_PREFIX = re.compile(r"^(?:eur?|fr|uk|us|taille|size|t\.?) ?(?=[0-9])")


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
    systems = systems_of(usual.system, audience, chart)
    by_system = [
        index
        for index, row in enumerate(chart.rows)
        if any(_named_by(row.systems[system], usual.size) for system in systems if system in row.systems)
    ]
    if by_system:
        return by_system
    if usual.system in ("eu", "fr", "number"):
        return whole
    wanted = plain(f"{usual.system} {usual.size}")
    return [index for index, row in enumerate(chart.rows) if plain(row.size) == wanted]


def body_measure(usual: Usual, chart: Chart, audience: str) -> tuple[str, float] | None:
    """Return the measure and millimetres that a usual shoe, glove or hat size stands for, None where it has no rule."""
    number = size_number(usual.size)
    if number is None:
        return None
    if "foot_length_mm" in chart.measures:
        foot = _foot_mm(usual.system, number, audience)
        return None if foot is None else ("foot_length_mm", foot)
    if "hand_mm" in chart.measures and usual.system in ("number", "eu", "intl", "us", "uk"):
        return "hand_mm", _round(number * 25.4)
    if "head_mm" in chart.measures and usual.system in ("cm", "eu", "fr", "number"):
        return "head_mm", _round(number * 10)
    return None


def size_number(text: str) -> float | None:
    """Return the number in a size text: "42 2/3", "42,5", "EU 42"; None where there is none."""
    match = _NUMBER.fullmatch(_PREFIX.sub("", plain(text), count=1))
    if match is None:
        return None
    whole, tenths, over, under = match.groups()
    return int(whole) + int(tenths or 0) / 10 + (int(over) / int(under) if over else 0)


def sold_rows(chart: Chart, sizes: Sequence[str]) -> Chart:
    """Return the chart with only the sizes that are sold, named as they are sold.

    A shoe chart gets a row for each sold number. Where fewer than two sold sizes are in the chart, it stays whole.
    """
    if "foot_length_mm" in chart.measures and (made := _shoe_rows(chart, sizes)):
        rows = made
    else:
        rows = [row for size in sizes if (row := _sold_row(chart, size)) is not None]
    if len(rows) < 2:
        return chart
    return Chart(tuple(rows), chart.label, chart.status, chart.audience, chart.garment, chart.rule)


def _sold_row(chart: Chart, size: str) -> Row | None:
    for row in chart.rows:
        if same_size(row.size, size) or _is_age(row, size):
            return Row(size, row.values, row.systems)
    return None


def _is_age(row: Row, size: str) -> bool:
    """Tell whether "6 ans" names a row whose ages end at six."""
    match = _AGE.fullmatch(plain(size))
    return match is not None and AGE in row.values and row.values[AGE].high == int(match[1])


def _shoe_rows(chart: Chart, sizes: Sequence[str]) -> list[Row]:
    """Make a row for each sold shoe number, but only from a chart made by the formula (not a maker's own)."""
    numbers = [size_number(size) for size in sizes]
    if chart.status != "peer" or None in numbers or chart.garment != "footwear":
        return []
    made = []
    for size, number in zip(sizes, numbers, strict=True):
        foot = _foot_mm("eu", number or 0, "")
        if foot is not None:
            made.append(Row(size, {"foot_length_mm": Interval(foot, foot, point=True)}, {"eu": size}))
    return made


def _foot_mm(system: str, number: float, audience: str) -> float | None:
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
    return letters.get(bare) or _letter(bare) or bare


def _letter(text: str) -> str:
    """Return a letter size in one form: 2xl for XXL, 2X-Large and Extra Extra Large; "" where it is none."""
    match = _LETTER.fullmatch(plain(text))
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
    """Tell whether a double letter size ("S/M", "L-XL") holds a letter size."""
    parts = [_letter(part) for part in re.split(r" ?[/–-] ?", plain(label))]
    return len(parts) == 2 and all(parts) and _letter(size) in parts


def _round(number: float) -> float:
    return math.floor(number + 0.5)
