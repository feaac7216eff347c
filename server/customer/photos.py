"""The photos of a piece as the customers' pages show them: the files by width, where to look, and what they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.photographed import photo_of, widths
from server.catalogue.service import Published
from server.photos.store import gone

from .words import Words

KINDS = ("avif", "webp", "jpg")
MOST_MORE = 6
"""Further photos of the same colour below the first screen."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo for a template. ``sources`` are addresses by kind, each with its widths, as in ``srcset``."""

    photo: str
    width: int
    height: int
    focus: tuple[int, int]
    alt: str
    lang: str

    @property
    def sources(self) -> dict[str, str]:
        return {
            kind: ", ".join(f"/media/{self.photo}/{width}.{kind} {width}w" for width in widths(self.width))
            for kind in KINDS
        }

    @property
    def small(self) -> str:
        """The address of the narrowest file, without its ending."""
        return f"/media/{self.photo}/{widths(self.width)[0]}"

    @property
    def plain(self) -> str:
        """The address of the file for what knows no other: the widest JPEG up to 640 pixels."""
        return f"/media/{self.photo}/{max(width for width in widths(self.width) if width <= 640)}.jpg"

    @property
    def largest(self) -> str:
        """The address of the widest JPEG, for who shows a link to the page."""
        return f"/media/{self.photo}/{widths(self.width)[-1]}.jpg"

    @property
    def look(self) -> str:
        """The classes of the style that say where to look, in tenths: a style attribute would need a weaker policy."""
        x, y = (round(part / 10) for part in self.focus)
        return f"x{x} y{y}"


def first(published: Published, product: Mapping[str, Any], colour: int | None, speak: Words) -> Shot | None:
    """Return the photo of a piece in a colour: its own, else one that is good for all; ``None`` where there is none."""
    return next(iter(shots(published, product, colour, speak)), None)


def shots(published: Published, product: Mapping[str, Any], colour: int | None, speak: Words) -> list[Shot]:
    """Return the photos of a piece in a colour, the colour's own first, as far as they are still kept."""
    missing = gone(published) if product.get("photos") else frozenset()
    here = {"photos": [each for each in product.get("photos", ()) if each["photo"] not in missing]}
    best = photo_of(here, colour)
    fitting = [each for each in here["photos"] if each["colour"] in (colour, None) and each is not best]
    return [_shot(each, speak) for each in ([best] if best else []) + fitting][: MOST_MORE + 1]


def _shot(photo: Mapping[str, Any], speak: Words) -> Shot:
    text, lang = speak.text(photo["alt"])
    x, y = photo["focus"]
    return Shot(photo["photo"], photo["width"], photo["height"], (x, y), text, "" if lang == speak.lang else lang)
