"""The table of knowledge: one thing a line that is said otherwise than the house does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from catalog.finder.overrides import MOST_TEXT, PARTS

from . import cells
from .batch import Batch
from .drafts import claim
from .findings import Findings
from .line import Line, lines_of
from .table import Place, Table

_NEEDED = ("part", "id", "field")
COLUMNS = (*_NEEDED, "value", "remove")
_ID = re.compile(r"[a-z0-9_.-]{1,120}", re.IGNORECASE)


@dataclass(slots=True)
class Overrides:
    """The values of a batch by ``part/id/field``, those to put back, and the lines that named them."""

    found: dict[str, str] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    places: dict[str, Place] = field(default_factory=dict)


def read_knowledge(table: Table, into: Overrides, findings: Findings) -> None:
    """Add the lines of a table."""
    for line in lines_of(table, COLUMNS, _NEEDED, findings):
        _read(line, into)


def with_knowledge(batch: Batch, overrides: Overrides) -> Batch:
    """Return a batch with what it says of the knowledge."""
    return replace(
        batch,
        knowledge=dict(sorted(overrides.found.items())),
        removals=replace(batch.removals, knowledge=frozenset(overrides.removed)),
        places={**batch.places, **{("knowledge", key): place for key, place in overrides.places.items()}},
    )


def _read(line: Line, into: Overrides) -> None:
    key = _key(line)
    if key is None or not claim(into.places, key, line, "duplicate-knowledge", "id"):
        return
    raw = line.raw("value")
    if line.parsed("remove", cells.boolean, "bad-boolean", default=False) or raw == cells.CLEAR:
        into.removed.add(key)
    elif raw is None:
        line.wrong("required", "value")
    else:
        into.found[key] = _plain(key, line.text("value", MOST_TEXT))


def _key(line: Line) -> str | None:
    parts = [line.raw(column) or "" for column in _NEEDED]
    if parts[0] not in PARTS:
        line.wrong("bad-knowledge-part" if parts[0] else "required", "part")
        return None
    for column, text in zip(_NEEDED[1:], parts[1:], strict=True):
        if not _ID.fullmatch(text):
            line.wrong("knowledge-unknown" if text else "required", column)
            return None
    return "/".join(parts)


def _plain(key: str, value: str) -> str:
    """Return yes or no as the knowledge writes it, whatever the language; other values as they are."""
    if not key.endswith("/on"):
        return value
    try:
        return "yes" if cells.boolean(value) else "no"
    except ValueError:
        return value


def rows(overrides: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the lines that say these overrides."""
    return [dict(zip(_NEEDED, key.split("/", 2), strict=True)) | {"value": value} for key, value in overrides.items()]
