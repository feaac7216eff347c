"""The names of colours: which word is one, and what to draw where a file gives no value."""

from __future__ import annotations

import re
from functools import cache

from marshmallow import Schema, fields, validate

from catalog import DATA, yamlfile

from .fields import plain

_HEX = re.compile(r"#[0-9a-f]{6}")
_PARTS = re.compile(r"\s*(?:/|\||,|\+|&| et | and | und | e | y |-)\s*", re.IGNORECASE)


class _Colour(Schema):
    hex = fields.String(required=True, validate=validate.Regexp(f"{_HEX.pattern}$"))
    words = fields.List(fields.String(), required=True, validate=validate.Length(min=1))


class _Colours(Schema):
    colours = fields.List(fields.Nested(_Colour), required=True)


@cache
def _names() -> dict[str, str]:
    document = yamlfile.read(DATA / "feeds" / "colours.yaml", _Colours())
    return {plain(word): row["hex"] for row in document.data["colours"] for word in row["words"]}


def drawn(name: str) -> str | None:
    """Return ``#rrggbb`` for a colour's name, ``None`` where no word of it is known.

    The whole name counts first, then that of its first part ("noir / rouge"), then the longest run of words in it.
    """
    names = _names()
    for text in (plain(name), plain(_PARTS.split(name.strip())[0])):
        if text in names:
            return names[text]
    words = plain(name).split()
    runs = (
        " ".join(words[start : start + length])
        for length in range(len(words), 0, -1)
        for start in range(len(words) - length + 1)
    )
    return next((names[run] for run in runs if run in names), None)


def is_colour(text: str) -> bool:
    """Tell whether a cell is a colour's name."""
    return len(text) <= 60 and drawn(text) is not None
