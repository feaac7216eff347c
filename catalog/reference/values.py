"""Values of attributes: from what a file or a request writes to what the catalogue holds."""

from __future__ import annotations

import re

from catalog.model import Scalar
from catalog.yamlfile import Sentence

from .model import Attribute

_TRUE = frozenset({"true", "yes", "oui", "vrai", "1", "x", "ja", "sì", "si", "sí"})
_FALSE = frozenset({"false", "no", "non", "faux", "0", "nein"})
_SPACES = re.compile(r"[\s\u00a0\u202f_']")
_NUMBER = re.compile(r"[-+\u2212]?\d+(?:[.,]\d+)?")


class RefusedValueError(ValueError):
    """A value that the attribute cannot have; ``sentence`` says what to write, in English with its French twin."""

    def __init__(self, en: str, fr: str) -> None:
        super().__init__(en)
        self.sentence = Sentence(en, fr)


def parse_value(attribute: Attribute, raw: object) -> Scalar:
    """Return the value that ``raw`` writes: a scalar of JSON or YAML, or the text of a cell. Raises RefusedValueError.

    Decimals are rounded half up to the attribute's unit; ``oui`` and ``x`` are true; spaces inside numbers are skipped.
    """
    if attribute.kind == "bool":
        return _switch(raw)
    if attribute.kind == "integer":
        return _integer(attribute, raw)
    return _word(attribute, raw)


def is_value(attribute: Attribute, value: Scalar) -> bool:
    """Tell whether a value is already just as the catalogue holds it."""
    try:
        parsed = parse_value(attribute, value)
    except RefusedValueError:
        return False
    return parsed == value and type(parsed) is type(value)


def _switch(raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    word = str(raw).strip().lower()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise RefusedValueError(f"“{raw}” is neither yes nor no.", f"«\u202f{raw}\u202f» n’est ni oui ni non.")


def _integer(attribute: Attribute, raw: object) -> int:
    text = "" if isinstance(raw, bool) else _SPACES.sub("", str(raw))
    if not _NUMBER.fullmatch(text):
        raise RefusedValueError(f"“{raw}” is not a number.", f"«\u202f{raw}\u202f» n’est pas un nombre.")
    number = int((float(text.replace(",", ".").replace("\u2212", "-")) + 0.5) // 1)
    low, high = attribute.min, attribute.max
    if (low is not None and number < low) or (high is not None and number > high):
        unit = attribute.unit or ""
        raise RefusedValueError(
            f"{number} {unit} is out of bounds: between {low} and {high}.",
            f"{number} {unit} sort des bornes\u202f: entre {low} et {high}.",
        )
    return number


def _word(attribute: Attribute, raw: object) -> str:
    word = str(raw).strip()
    for value in attribute.values:
        if word.casefold() in (value.id.casefold(), *(label.casefold() for label in value.label.values())):
            return value.id
    allowed = ", ".join(attribute.value_ids)
    raise RefusedValueError(
        f"“{raw}” is not one of: {allowed}.", f"«\u202f{raw}\u202f» n’est pas une valeur admise\u202f: {allowed}."
    )
