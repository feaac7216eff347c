"""The table of photos: one use of a kept picture a line, known by the product and the picture's own hash."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from catalog.model import LANGUAGES, Photo

from . import cells
from .batch import Batch
from .drafts import claim, read_ref
from .findings import Findings
from .line import Line, lines_of
from .table import Place, Table

_HASH = re.compile(r"[0-9a-f]{64}")
_COLOUR, _ALT = 60, 200
_RANGES = {"position": (1, 99), "width": (1, 10_000), "height": (1, 10_000), "focus_x": (0, 100), "focus_y": (0, 100)}
"""Least and most of the whole numbers; sizes in pixels, the point to look at in hundredths."""
_NEEDED = ("ref", "photo")
COLUMNS = (*_NEEDED, "colour_fr", *_RANGES, *(f"alt_{lang}" for lang in LANGUAGES), "remove")


@dataclass(slots=True)
class Photos:
    """The photos of a batch by ``ref/photo``, the fields given for each, and the lines that named them."""

    found: dict[str, Photo] = field(default_factory=dict)
    given: dict[str, frozenset[str]] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    places: dict[str, Place] = field(default_factory=dict)


def read_photos(table: Table, photos: Photos, findings: Findings) -> None:
    """Add the photos of a table."""
    for line in lines_of(table, COLUMNS, _NEEDED, findings):
        _read(line, photos)


def with_photos(batch: Batch, photos: Photos) -> Batch:
    """Return a batch with its photos."""
    return replace(
        batch,
        photos=tuple(photos.found[key] for key in sorted(photos.found)),
        given_photos=photos.given,
        removals=replace(batch.removals, photos=frozenset(photos.removed)),
        places={**batch.places, **{("photo", key): place for key, place in photos.places.items()}},
    )


def _read(line: Line, photos: Photos) -> None:
    ref, photo = read_ref(line), _hash(line)
    if ref is None or photo is None:
        return
    key = f"{ref}/{photo}"
    if not claim(photos.places, key, line, "duplicate-photo", "photo"):
        return
    if line.parsed("remove", cells.boolean, "bad-boolean", default=False):
        photos.removed.add(key)
        return
    colour = line.text("colour_fr", _COLOUR, "colour")
    numbers = {name: _number(name, line) for name in _RANGES}
    photos.found[key] = Photo(ref, photo, colour, alt=line.texts("alt", LANGUAGES, _ALT), **numbers)
    photos.given[key] = frozenset(line.given)


def _hash(line: Line) -> str | None:
    raw = line.raw("photo")
    if raw is not None and _HASH.fullmatch(raw):
        return raw
    line.wrong("required" if raw is None else "bad-photo", "photo")
    return None


def _number(name: str, line: Line) -> int:
    """Return a whole number within its range, the least of it where the cell is empty or wrong."""
    least, most = _RANGES[name]
    raw = line.raw(name)
    if raw is None:
        return least
    try:
        number = cells.integer(raw)
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        line.wrong("bad-photo-number", name, least=least, most=most)
        return least
    line.given.add(name)
    return number
