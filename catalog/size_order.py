"""The order in which sizes hang on a rail."""

from __future__ import annotations

import re

_LETTERS = {"XXXS": 0, "XXS": 1, "XS": 2, "S": 3, "M": 4, "L": 5, "XL": 6, "XXL": 7, "XXXL": 8, "XXXXL": 9}
_NUMBER = re.compile(r"(\d{1,4})(?:[.,](\d))?(?: (\d)/(\d))?")
_MANY_X = re.compile(r"(\d)X([SL])")


def size_key(size: str) -> tuple[int, int, str]:
    """Return a key that sorts letters from small to large, then numbers, then anything else by its text.

    The first part of a double size counts: ``S/M`` hangs beside ``S``.
    """
    text = size.strip().upper()
    first = re.split(r"[/-]", text, maxsplit=1)[0] if not re.search(r"\d \d/\d", text) else text
    many = _MANY_X.fullmatch(first)
    letters = "X" * int(many.group(1)) + many.group(2) if many else first
    if letters in _LETTERS:
        return 0, _LETTERS[letters] * 10 + (5 if first != text else 0), text
    number = _NUMBER.match(first)
    if number:
        return 1, _thousandths(number), text
    return 2, 0, text


def _thousandths(number: re.Match[str]) -> int:
    """Return ``42.5`` and ``42 2/3`` as thousandths."""
    whole, decimal, part, of = number.groups()
    fraction = 100 * int(decimal) if decimal else 0
    if part and int(of):
        fraction = 1000 * int(part) // int(of)
    return int(whole) * 1000 + fraction
