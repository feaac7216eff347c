"""The photos of a product in the documents: which colour each shows, in the order of showing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .model import Photo

WIDTHS = (320, 640, 1280)
"""Widths in pixels that each photo is kept in, as far as it has them: a row, a phone, a laptop."""


def widths(master: int) -> tuple[int, ...]:
    """Return the widths in which a photo of so wide a master is kept; never larger than it was, and at least one."""
    return tuple(width for width in WIDTHS if width <= master) or WIDTHS[:1]


def photographed(product: dict[str, Any], photos: Iterable[Photo]) -> dict[str, Any]:
    """Return a product of the document with its photos, by their order; without the key where there are none.

    A photo of a colour that the product no longer has is left out: it would show another piece.
    """
    names = [colour["name"]["fr"] for colour in product["colours"]]
    shown = [
        {
            "photo": photo.photo,
            "colour": names.index(photo.colour) if photo.colour else None,
            "width": photo.width,
            "height": photo.height,
            "focus": [photo.focus_x, photo.focus_y],
            "alt": dict(photo.alt) if photo.alt else {"fr": ""},
        }
        for photo in sorted(photos, key=lambda each: (each.position, each.photo))
        if not photo.colour or photo.colour in names
    ]
    return {**product, "photos": shown} if shown else product


def sold_photos(product: Mapping[str, Any], used: Sequence[int]) -> dict[str, Any]:
    """Return the photos of a product in a shop that sells the colours ``used`` alone, numbered anew."""
    kept = [
        photo | {"colour": None if photo["colour"] is None else used.index(photo["colour"])}
        for photo in product.get("photos", ())
        if photo["colour"] is None or photo["colour"] in used
    ]
    return {"photos": kept} if "photos" in product else {}


def photo_of(product: Mapping[str, Any], colour: int | None) -> Mapping[str, Any] | None:
    """Return the photo that stands for a product in a colour: of that colour, else one good for all, else ``None``."""
    photos: Sequence[Mapping[str, Any]] = product.get("photos", ())
    own = (photo for photo in photos if photo["colour"] == colour and colour is not None)
    return next(own, next((photo for photo in photos if photo["colour"] is None), None))
