"""GTINs: check digits, one written form of fourteen digits, and the numbers found in a tag's GS1 Digital Link."""

from __future__ import annotations

import re

LENGTHS = (8, 12, 13, 14)
_SEPARATORS = str.maketrans("", "", " \t-\u00a0\u202f\u2009\u2010\u2011\u2012\u2013")
_DIGITS = re.compile(r"[0-9]+")

Message = dict[str, str]


class GtinError(ValueError):
    """A number or link that is not a GTIN. ``code`` is stable, ``message`` says why and what was expected (fr, en)."""

    def __init__(self, code: str, fr: str, en: str) -> None:
        self.code = code
        self.message: Message = {"fr": fr, "en": en}
        super().__init__(en)


def check_digit(digits: str) -> int:
    """Return the check digit that belongs behind ``digits`` (7, 11, 12 or 13 of them, without the check digit).

    Modulo 10 with the weights 3, 1, 3, … from the right. Raises GtinError on anything but digits.
    """
    if not _is_number(digits):
        raise _not_digits(digits)
    total = sum(int(digit) * (3 if index % 2 == 0 else 1) for index, digit in enumerate(reversed(digits)))
    return -total % 10


def normalise(text: str) -> str:
    """Return the GTIN as fourteen digits, padded with zeros.

    Takes 8, 12, 13 or 14 digits; spaces and dashes between them are dropped. Raises GtinError with the reason, which
    names the expected check digit where that is what is wrong.
    """
    digits = text.translate(_SEPARATORS)
    if not _is_number(digits):
        raise _not_digits(text)
    if len(digits) not in LENGTHS:
        raise GtinError(
            "gtin-length",
            f"« {digits} » a {len(digits)} chiffres ; un code GTIN en a 8, 12, 13 ou 14.",
            f"“{digits}” has {len(digits)} digits; a GTIN has 8, 12, 13 or 14.",
        )
    expected = check_digit(digits[:-1])
    if int(digits[-1]) != expected:
        raise GtinError(
            "gtin-check-digit",
            f"« {digits} » : le dernier chiffre (clé de contrôle) devrait être {expected}, pas {digits[-1]}. "
            "Relisez le code.",
            f"“{digits}”: the last digit (check digit) should be {expected}, not {digits[-1]}. Read the code again.",
        )
    return digits.zfill(14)


def is_restricted(gtin14: str) -> bool:
    """Tell whether a GTIN lies in GS1's ranges for use inside one company (02, 04, 20–29; GTIN-8 beginning 0 or 2).

    Such numbers identify nothing outside the shop that made them up.
    """
    if gtin14.startswith("000000"):
        return gtin14[6] in "02"
    prefix = gtin14[1:3]
    return prefix in ("02", "04") or prefix.startswith("2")


def is_coupon(gtin14: str) -> bool:
    """Tell whether a GTIN lies in GS1's ranges for coupons (05, 98, 99), which are no products."""
    return gtin14[1:3] in ("05", "98", "99") and not gtin14.startswith("000000")


def _is_number(text: str) -> bool:
    return _DIGITS.fullmatch(text) is not None


def _not_digits(text: str) -> GtinError:
    shown = text.strip()[:40]
    return GtinError(
        "gtin-characters",
        f"« {shown} » n’est pas un code GTIN : seulement des chiffres, 8, 12, 13 ou 14.",
        f"“{shown}” is not a GTIN: digits only, 8, 12, 13 or 14 of them.",
    )
