"""A measure as suppliers write it, to a whole number of the unit that a property has."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_FACTORS: dict[tuple[str, str], Decimal] = {
    ("kg", "g"): Decimal(1000), ("oz", "g"): Decimal("28.349523125"), ("lb", "g"): Decimal("453.59237"),
    ("cm", "mm"): Decimal(10), ("m", "mm"): Decimal(1000), ("in", "mm"): Decimal("25.4"),
    ("ml", "l"): Decimal("0.001"), ("l", "ml"): Decimal(1000), ("g", "kg"): Decimal("0.001"),
}  # fmt: skip
"""Avoirdupois ounce and pound, inch: exact by the agreement of 1959."""
UNIT_WORDS = {
    "grams": "g", "gram": "g", "grammes": "g", "gramme": "g", "gr": "g", "kgs": "kg", "kilo": "kg", "kilos": "kg",
    "kilogram": "kg", "kilograms": "kg", "ounce": "oz", "ounces": "oz", "lbs": "lb", "pound": "lb", "pounds": "lb",
    "grm": "g", "kgm": "kg", "onz": "oz", "lbr": "lb", "mmt": "mm", "cmt": "cm", "mtr": "m", "inh": "in",
    "ltr": "l", "mlt": "ml",
    "litre": "l", "litres": "l", "liter": "l", "liters": "l", "\"": "in", "inch": "in", "inches": "in",
}  # fmt: skip
_WRITTEN = re.compile(r"(-?\d{1,9}(?:[.,]\d{1,6})?)\s*([a-zµ\"²/]*)\.?", re.IGNORECASE)
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f\u2009’'](?=\d{3})")


def unit_named(text: str) -> str:
    """Return the sign of a unit, whatever its language."""
    word = text.strip().strip(".").casefold()
    return UNIT_WORDS.get(word, word)


def converted(text: str, unit: str, into: str, *, point: bool = False) -> str | None:
    """Return the whole number of ``into`` as digits, rounded half up, or ``None`` where the text is no such measure.

    A unit beside the number wins over ``unit``; with neither, the number is in ``into``. ``1,250`` and ``1.250``
    without another unit may be a thousand or one: no measure, unless ``point`` says that the point is the decimal mark.
    """
    match = _WRITTEN.fullmatch(_SPACES.sub("", text.strip()))
    if match is None:
        return None
    written = unit_named(match.group(2)) or unit_named(unit) or into
    if written == into and _AMBIGUOUS.fullmatch(match.group(1)) and not (point and "." in match.group(1)):
        return None
    factor = Decimal(1) if written == into else _FACTORS.get((written, into))
    if factor is None:
        return None
    number = Decimal(match.group(1).replace(",", ".")) * factor
    return str(number.to_integral_value(ROUND_HALF_UP))
