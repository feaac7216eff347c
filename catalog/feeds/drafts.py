"""Products under construction: what the tables of one batch say about each reference, put together at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from catalog.model import Product, SetAside, Value

from .line import Line
from .table import Place

REF = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MOST_REF = 80


@dataclass(slots=True)
class Draft:
    """One product as far as the batch tells it; ``fields`` are named as in Product."""

    ref: str
    place: Place
    fields: dict[str, Any] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    properties: dict[str, Value] = field(default_factory=dict)
    lines: dict[str, Place] = field(default_factory=dict)
    cleared: set[str] = field(default_factory=set)
    set_aside: list[SetAside] = field(default_factory=list)
    removed: bool = False

    def product(self) -> Product:
        """Return the product; fields that the batch does not give have their defaults."""
        plain = {"name": "", "brand": "", "category": "", "audience": "", "use": {}} | self.fields
        return Product(
            ref=self.ref, properties=dict(sorted(self.properties.items())), set_aside=tuple(self.set_aside), **plain
        )


def read_ref(line: Line) -> str | None:
    """Return the reference of a line, or ``None`` after saying what is wrong with it."""
    raw = line.raw("ref")
    if raw is None:
        line.wrong("required", "ref")
        return None
    if not REF.fullmatch(raw) or len(raw) > MOST_REF:
        line.wrong("bad-ref", "ref", near=_slug(raw))
        return None
    return raw


def claim(seen: dict[str, Place], key: str, line: Line, code: str, column: str, **words: object) -> bool:
    """Take a key for the first line that names it; report the second, with further words for its sentence."""
    if key in seen:
        line.wrong(code, column, value=key.rsplit("\0", 1)[-1], first=_where(seen[key], line.place), **words)
        return False
    seen[key] = line.place
    return True


def _where(first: Place, second: Place) -> str:
    return str(first.line) if first.file == second.file else f"{first.line} ({first.file})"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:MOST_REF] or "modele-veste-m"
