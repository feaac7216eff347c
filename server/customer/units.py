"""Figures with their units as a language's readers know them.

Weight, temperature and length are metric in the catalogue, as in the shops and on the sewn-in labels of Europe. Readers
of English may think in ounces and Fahrenheit: they get these as well, in brackets, where a figure decides something.
Water columns, grams a square metre and litres are the trade's own units everywhere and stay alone.
"""

from __future__ import annotations

from collections.abc import Callable

from .words import Words

NARROW = "\u202f"
OUNCE_G = 28.349523125
POUND_OZ = 16
SPOKEN_UNITS = {"µm": (1000, "mm"), "ml": (1000, "l")}
"""Units that the catalogue keeps whole numbers in, and how many of them people call one."""


def measured(value: float, unit: str, words: Words) -> str:
    """Return a figure with its unit; in English a weight or a temperature in the customary unit as well."""
    if unit in SPOKEN_UNITS:
        many, spoken = SPOKEN_UNITS[unit]
        return measured(value / many, spoken, words)
    number = words.number(value).replace("-", "−")
    if unit.startswith("/"):
        return f"{number}{unit}"
    told = f"{number}{NARROW}{unit}"
    also = _CUSTOMARY.get(unit) if words.lang == "en" else None
    return f"{told} ({also(value)})" if also else told


def _fahrenheit(celsius: float) -> str:
    degrees = round(celsius * 9 / 5 + 32)
    return f"{degrees}{NARROW}°F".replace("-", "−")


def _ounces(grams: float) -> str:
    """Return ounces with one decimal; from a pound on, pounds and whole ounces."""
    if round(grams / OUNCE_G, 1) < POUND_OZ:
        return f"{grams / OUNCE_G:.1f}{NARROW}oz"
    pounds, ounces = divmod(round(grams / OUNCE_G), POUND_OZ)
    return f"{pounds}{NARROW}lb" + (f" {ounces}{NARROW}oz" if ounces else "")


_CUSTOMARY: dict[str, Callable[[float], str]] = {"°C": _fahrenheit, "g": _ounces}
