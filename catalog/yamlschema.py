"""Fields that the schemas of the data files share: texts by language, ids, strict values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate

from .model import LANGUAGES
from .yamlfile import Sentence

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SNAKE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_REQUIRED = ("fr", "en")


class Text(fields.Field[dict[str, str]]):
    """A text by language, French and English at least; ``languages`` asks for more."""

    def __init__(self, *, languages: tuple[str, ...] = _REQUIRED, **more: Any) -> None:
        super().__init__(**more)
        self._languages = languages

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> dict[str, str]:
        if not isinstance(value, dict) or not all(isinstance(words, str) and words.strip() for words in value.values()):
            raise ValidationError(Sentence("Give a text by language.", "Donnez un texte par langue."))
        absent = [code for code in self._languages if code not in value]
        if absent:
            names = ", ".join(absent)
            raise ValidationError(Sentence(f"The text is missing in: {names}.", f"Texte manquant en\u202f: {names}."))
        odd = sorted(set(value) - set(LANGUAGES))
        if odd:
            names = ", ".join(odd)
            raise ValidationError(Sentence(f"Unknown language: {names}.", f"Langue inconnue\u202f: {names}."))
        return {code: value[code].strip() for code in LANGUAGES if code in value}


class Name(Text):
    """A name by language, or one word for all of them: a trademark is not translated."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **more: Any) -> dict[str, str]:
        one = dict.fromkeys(_REQUIRED, value) if isinstance(value, str) else value
        return super()._deserialize(one, attr, data, **more)


class Scalar(fields.Field[bool | int | str]):
    """A value of an attribute: true or false, a whole number or a word."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> bool | int | str:
        if isinstance(value, bool | int | str):
            return value
        raise ValidationError(
            Sentence("Give true, false, a whole number or a word.", "Donnez true, false, un nombre entier ou un mot.")
        )


class Strict(fields.Boolean):
    """Only true and false; YAML gives nothing else for a plain switch."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


def whole(**more: Any) -> fields.Integer:
    """Take a whole number, never a text that looks like one."""
    return fields.Integer(strict=True, **more)


def kebab(**more: Any) -> fields.String:
    """Take an id: lower case letters and digits in words joined by hyphens."""
    return fields.String(validate=_matches(KEBAB, "hard-shell"), **more)


def snake(**more: Any) -> fields.String:
    """Take the id of an attribute: lower case words joined by underscores."""
    return fields.String(validate=_matches(SNAKE, "waterproof_mm"), **more)


def words(**more: Any) -> fields.List[Any]:
    """Take a list of texts without empty ones."""
    return fields.List(fields.String(validate=validate.Length(min=1)), **more)


def _matches(pattern: re.Pattern[str], example: str) -> Any:
    def check(value: str) -> None:
        if not pattern.fullmatch(value):
            raise ValidationError(
                Sentence(
                    f"“{value}” is not a valid id (like {example}).",
                    f"«\u202f{value}\u202f» n’est pas un identifiant valable (comme {example}).",
                )
            )

    return check
