"""One cell of sizes that holds several: a list, which no barcode can have, or a span, which few pieces are."""

from __future__ import annotations

import re

_SIZES = ("XXXXS", "XXXS", "XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL", "XXXXL", "XXXXXL")
_RANK = {size: rank for rank, size in enumerate(_SIZES)}
_TIMES = re.compile(r"(\d)X([SL])")
_LIST = re.compile(r"\s*[,;|+&]\s*|\s+(?:et|and|und|e|y)\s+|\s*\n\s*", re.IGNORECASE)
_SPAN = re.compile(r"\s*[-–—/]\s*|\s+(?:au|à|a|to|bis|al|hasta)\s+", re.IGNORECASE)
_FROM = re.compile(r"^(?:du|de|from|von|dal|da|del)\s+", re.IGNORECASE)
_FIGURES = re.compile(r"\d{2,3}(?: [12]/[23])?")
_WIDEST = 7
"""The widest span of figures that is one size: 39-46 of socks is not rare, 36-46 of shoes is a whole range."""
LIST, SPAN = "size-several", "size-span"


def several(text: str) -> str | None:
    """Return ``LIST`` for a cell with several sizes, ``SPAN`` for one with the first and last, else ``None``.

    "S/M" and "39-42" are sizes that are made so; "38,5" is a decimal comma.
    """
    parts = _LIST.split(text.strip())
    if len(parts) > 1:
        return LIST if all(_is_one(part) for part in parts) else None
    ends = _SPAN.split(_FROM.sub("", text.strip()))
    if len(ends) > 2:
        return LIST if all(_letters(end) is not None for end in ends) else None
    return SPAN if len(ends) == 2 and _is_wide(*ends) else None


def _is_one(text: str) -> bool:
    return _letters(text) is not None or bool(_FIGURES.fullmatch(text))


def _letters(text: str) -> int | None:
    return _RANK.get(_TIMES.sub(lambda match: "X" * int(match.group(1)) + match.group(2), text.strip().upper()))


def _is_wide(one: str, other: str) -> bool:
    first, last = _letters(one), _letters(other)
    if first is not None and last is not None:
        return abs(last - first) > 1
    if re.fullmatch(r"\d{2}", one) and re.fullmatch(r"\d{2}", other):
        return int(other) - int(one) > _WIDEST
    return False
