"""Fields that several features share, as strict as the API's description says."""

from __future__ import annotations

import re
from typing import Any

import marshmallow as ma

from catalog.model import AUDIENCES, LANGUAGES

from .access import ROLES
from .database import rfc3339


class FullMatch(ma.validate.Regexp):
    r"""A whole match. The published pattern is ECMA-262 (``^…$``), whose ``$`` lets no trailing newline in."""

    def __call__(self, value: str) -> str:  # type: ignore[override]
        if re.fullmatch(self.regex.pattern, value) is None:  # type: ignore[arg-type]
            raise ma.ValidationError(self._format_error(value))
        return value


class Schema(ma.Schema):
    """An object whose unknown fields are refused: a typing error must not pass as "no wish"."""

    class Meta:  # noqa: D106
        unknown = ma.RAISE


NO_CONTROLS = FullMatch(r"^[^\u0000-\u001f\u007f]*$", error="no-controls")
KEBAB = FullMatch(r"^[a-z0-9]+(-[a-z0-9]+)*$", error="kebab-case")


def text(maximum: int, **kwargs: Any) -> ma.fields.Str:
    """Return a field for one line of text without control characters."""
    minimum = kwargs.pop("minimum", None)
    return ma.fields.Str(validate=[ma.validate.Length(min=minimum, max=maximum), NO_CONTROLS], **kwargs)


def identifier(**kwargs: Any) -> ma.fields.Str:
    """Return a field for a kebab-case id."""
    return ma.fields.Str(validate=[ma.validate.Length(1, 64), KEBAB], **kwargs)


def role(**kwargs: Any) -> ma.fields.Str:
    """Return a field for a role."""
    return ma.fields.Str(validate=ma.validate.OneOf(ROLES), **kwargs)


def language(**kwargs: Any) -> ma.fields.Str:
    """Return a field for the code of a language that the catalogue speaks."""
    return ma.fields.Str(validate=ma.validate.OneOf(LANGUAGES), **kwargs)


def audience(**kwargs: Any) -> ma.fields.Str:
    """Return a field for whom a product is made."""
    return ma.fields.Str(validate=ma.validate.OneOf(AUDIENCES), **kwargs)


def whole(low: int, high: int, **kwargs: Any) -> ma.fields.Int:
    """Return a field for a whole number in a range."""
    return Whole(strict=True, validate=ma.validate.Range(low, high), **kwargs)


def answered(field: type[ma.fields.Field[Any]] = ma.fields.Str, **kwargs: Any) -> ma.fields.Field[Any]:
    """Return a field that every answer has: required in the description, so that generated types have no ``?``."""
    return field(required=True, dump_only=True, **kwargs)


class Moment(ma.fields.AwareDateTime):
    """A moment as the API writes it everywhere: RFC 3339, UTC, ``Z``."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else rfc3339(value)


def maybe(field: type[ma.fields.Field[Any]], **kwargs: Any) -> ma.fields.Field[Any]:
    """Return a field that every answer has, null where the value is not known."""
    return field(required=True, allow_none=True, **kwargs)


def flag(**kwargs: Any) -> ma.fields.Bool:
    """Return a field for true or false; words and numbers that look like it are refused."""
    return Flag(**kwargs)


class Whole(ma.fields.Int):
    """A JSON integer: ``3.0`` is one, as JSON knows a single kind of number; ``"3"`` and ``true`` are none."""

    def _validated(self, value: Any) -> Any:
        if isinstance(value, bool | str):
            raise self.make_error("invalid", input=value)
        return super()._validated(int(value) if isinstance(value, float) and value.is_integer() else value)


class Flag(ma.fields.Bool):
    """A JSON boolean, nothing else."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value
