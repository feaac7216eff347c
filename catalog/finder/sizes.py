"""Which of a product's sizes is the one that was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

_PREFIX = re.compile(r"^(?:TAILLE|SIZE|POINTURE|T\.|EUR|EU|FR) *")
_MANY_X = re.compile(r"^([2-9])X([LS])$")
_AGE = re.compile(r"^([0-9]{1,2}) ?(?:ANS|AN|A|YEARS|YRS|Y|J|JAHRE|ANNI|ANOS|AÑOS)$")
_RANGE = re.compile(r"^([0-9]{2}(?:\.5)?) *[-/–] *([0-9]{2}(?:\.5)?)$")
_LETTER = re.compile(r"^(?:X*S|M|X*L)$")
_SHOE = re.compile(r"^(?:(?:UK|US) ?)?[0-9]{1,2}(?:\.5| [12]/3)?$")
_ONE = frozenset({"TU", "U", "UNI", "ONE", "OS", "ONE SIZE", "TAILLE UNIQUE", "UNIQUE", "UNICA", "0"})
_HALF = {" 1/2": ".5", "½": ".5", ",5": ".5"}
_GARMENT, _SHOES = "garment", "shoe"


@lru_cache(maxsize=4096)
def normalise(size: str) -> str:
    """Return one spelling for a size: "m", "EU 42,5", "2XL" and "8 ans" give "M", "42.5", "XXL" and "8A"."""
    text = " ".join(size.upper().split())
    for half, point in _HALF.items():
        text = text.replace(half, point)
    text = _PREFIX.sub("", text)
    many = _MANY_X.match(text)
    if many:
        return "X" * int(many[1]) + many[2]
    age = _AGE.match(text)
    return f"{age[1]}A" if age else text


def applies(size: str, kind: str, wanted_kinds: frozenset[str]) -> bool:
    """Tell whether a size can be meant for things of this kind.

    Where all that is wanted is of one kind, the size is meant for it. In a mixed list letters are for garments and
    numbers for shoes; the rest of the list is not measured by them.
    """
    if wanted_kinds == {kind}:
        return True
    if _LETTER.match(size):
        return kind == _GARMENT
    if _SHOE.match(size):
        return kind == _SHOES
    return kind == _GARMENT


def fits(asked: str, offered: str) -> bool:
    """Tell whether an offered size is or includes the asked one, both normalised."""
    if asked == offered:
        return True
    span = _RANGE.match(offered)
    if span and re.fullmatch(r"[0-9]{2}(?:\.5)?", asked):
        return float(span[1]) <= float(asked) <= float(span[2])
    return asked in re.split(r"[/-]", offered) if _LETTER.match(asked) else False


def fitting(asked: str, sizes: Iterable[str]) -> list[str]:
    """Return the sizes, as the product spells them, that fit; a product of one size fits everybody."""
    distinct = list(dict.fromkeys(sizes))
    if len(distinct) == 1 and normalise(distinct[0]) in _ONE:
        return distinct
    return [size for size in distinct if fits(asked, normalise(size))]


def child_sizes(target_cm: int, sizes: Iterable[str], heights: Mapping[str, Any]) -> list[str]:
    """Return the children's sizes that leave room to grow: from the child's height to ten centimetres above."""
    kept = []
    for size in dict.fromkeys(sizes):
        height = _height(normalise(size), heights)
        if height is not None and target_cm <= height < target_cm + 11:
            kept.append(size)
    return kept


def _height(size: str, heights: Mapping[str, Any]) -> int | None:
    """Return the height in cm that a size like 8A, 128 or 8A/128 is made for."""
    for part in re.split(r"[/ ]", size):
        if part.endswith("A") and part[:-1] in heights:
            return int(heights[part[:-1]])
        if re.fullmatch(r"[0-9]{2,3}", part) and 74 <= int(part) <= 188:
            return int(part)
    return None
