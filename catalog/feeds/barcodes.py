"""A supplier's barcode cell: a code, filler, lost digits, nothing."""

from __future__ import annotations

import re

from catalog import gtin as gtins

_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)
_LOST = re.compile(r"\d{3,7}0{6,}")
"""Six zeros at the end are what a spreadsheet leaves of a code it once wrote as 3,51572E+12."""
_SEQUENCES = ("1234567890123", "123456789012", "12345678", "0123456789012", "1234567891234")
_DIGITS = re.compile(r"\d+")
_LEAST_IN_SKU = 12
_WITH_POINT = re.compile(r"(\d{8,14})[.,]0+")
_CUT = {7: (8,), 9: (12, 13), 10: (12, 13), 11: (12, 13)}
"""Digits left → lengths that a code had before a spreadsheet took its zeros for those of a number."""


def is_scientific(text: str) -> bool:
    """Tell whether a spreadsheet has surely taken digits of a code away: 3,51E+12, or zeros that fit no check digit."""
    return bool(_SCIENTIFIC.fullmatch(text)) or (may_have_lost(text) and known(text) is None)


def may_have_lost(text: str) -> bool:
    """Tell a code whose last digits are zeros, as a spreadsheet leaves them: one in ten has a right check digit."""
    return bool(_LOST.fullmatch(text)) and len(text) >= _LEAST_IN_SKU


def is_filler(text: str) -> bool:
    """Tell digits that stand where a code was asked for: all the same, counted up, a dash or a word for none."""
    bare = text.strip()
    if not _DIGITS.fullmatch(bare):
        return bare.casefold() in {"-", "na", "n/a", "none", "null", "aucun", "no", "non", "false", "does not apply"}
    return len(set(bare)) == 1 or bare in _SEQUENCES or len(set(bare[:-1])) == 1


def zeros_lost(text: str) -> str | None:
    """Return the code that this may have been before a spreadsheet took the zeros at its beginning, else ``None``."""
    lengths = _CUT.get(len(text), ()) if _DIGITS.fullmatch(text) else ()
    return next((text.zfill(length) for length in lengths if known(text.zfill(length))), None)


def whole(text: str) -> str:
    """Return a code without the decimals that a program gave it as a number: all its digits are there."""
    match = _WITH_POINT.fullmatch(text)
    return match.group(1) if match else text


def found_in(sku: str) -> str | None:
    """Return the GTIN that somebody wrote as SKU, with a right check digit and twelve digits or more, else ``None``."""
    if len(sku) < _LEAST_IN_SKU or may_have_lost(sku) or is_filler(sku):
        return None
    return known(sku)


def known(text: str) -> str | None:
    """Return the fourteen digits of a good code, else ``None``."""
    try:
        return gtins.normalise(whole(text))
    except gtins.GtinError:
        return None
