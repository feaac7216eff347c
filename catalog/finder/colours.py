"""Which family a colour belongs to, and the criteria of the families: judged live, on the sizes that fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import atan2, degrees, hypot
from typing import Any

from catalog.model import Text

from .entries import Entry

_HEX = re.compile(r"#[0-9a-f]{6}")
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[,/&+]| et | and ")
_LAST = {"fr": 0, "en": -1}
"""Where the noun of a colour stands: "bleu nuit", "night blue"."""


def colour_family(name: Text, value: str, table: Mapping[str, Any]) -> str | None:
    """Return the family of a colour by its name, else by its value ``#rrggbb``; ``None`` where neither tells."""
    return _named(name, table["families"]) or _seen(value, table["bands"])


def _named(name: Text, families: Iterable[Mapping[str, Any]]) -> str | None:
    for lang, place in _LAST.items():
        known = {word: family["id"] for family in families for word in family["words"].get(lang, ())}
        first = _PART.split(name.get(lang, "").lower())[0]
        found = [known[word] for word in _WORD.findall(first) if word in known]
        if found:
            return str(found[place])
    return None


def _seen(value: str, bands: Iterable[Mapping[str, Any]]) -> str | None:
    if not _HEX.fullmatch(value):
        return None
    lightness, chroma, hue = oklch(value)
    return next(
        (
            str(band["family"])
            for band in bands
            if _within(lightness, band["lightness"]) and _within(chroma, band["chroma"]) and _within(hue, band["hue"])
        ),
        None,
    )


def _within(figure: int, bounds: Sequence[int]) -> bool:
    low, high = bounds
    return low <= figure < high if low <= high else figure >= low or figure < high


def oklch(value: str) -> tuple[int, int, int]:
    """Return lightness and chroma in thousandths and hue in whole degrees of a colour ``#rrggbb``.

    The matrices are Björn Ottosson's of 2020, https://bottosson.github.io/posts/oklab/.
    """
    red, green, blue = (_linear(int(value[place : place + 2], 16) / 255) for place in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return round(1000 * lightness), round(1000 * hypot(a, b)), round(degrees(atan2(b, a))) % 360


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def colour_entries(table: Mapping[str, Any]) -> list[Entry]:
    """Return one criterion for each family, in the order of the table."""
    return [_entry(family, table) for family in table["families"]]


def listing(table: Mapping[str, Any], first: int) -> list[dict[str, Any]]:
    """Return the families as they travel; ``first`` is the index of the first one's criterion."""
    return [
        {"id": family["id"], "label": family["label"], "criterion": first + index}
        for index, family in enumerate(table["families"])
    ]


def _entry(family: Mapping[str, Any], table: Mapping[str, Any]) -> Entry:
    public = {
        "id": f"colour-{family['id']}",
        "topic": "colour",
        "hard": False,
        "quiet": False,
        "weight": table["weight"],
        "when": {"colour": [family["id"]]},
        "reason": _filled(table["reason"], family["label"]),
        "caution": _filled(table["caution"], family["label"]),
        "over": None,
        "by_category": {},
        "by_value": {},
        "told": [],
        "reads": [],
        "properties": [],
        "gauge": None,
        "source": table["source"],
    }
    return Entry(public, None)


def _filled(template: Text, label: Text) -> dict[str, str]:
    return {code: words.replace("{colour}", label[code]) for code, words in template.items() if code in label}
