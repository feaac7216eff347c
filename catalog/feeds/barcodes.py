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


def found_in(sku: str) -> str | None:
    """Return the GTIN that somebody wrote as SKU, with a right check digit and twelve digits or more, else ``None``."""
    if len(sku) < _LEAST_IN_SKU or may_have_lost(sku) or is_filler(sku):
        return None
    return known(sku)


def known(text: str) -> str | None:
    """Return the fourteen digits of a good code, else ``None``."""
    try:
        return gtins.normalise(text)
    except gtins.GtinError:
        return None
