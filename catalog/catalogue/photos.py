"""How the photos of a batch change the catalogue."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from catalog.feeds.batch import Batch
from catalog.feeds.findings import Findings
from catalog.feeds.table import Place
from catalog.model import Photo, Variant

from .model import Catalogue

MIDDLE = 50
"""Where to look at a photo of which nobody has said it."""
_NEEDED = ("width", "height")


def check_photos(current: Catalogue, batch: Batch, refs: Container[str], findings: Findings) -> None:
    """Tell which photos of a batch name a product or a colour that nobody has, or come without their size."""
    colours = _colours(current, batch)
    for photo in batch.photos:
        place, given = batch.places.get(("photo", photo.key), Place("")), batch.given_photos[photo.key]
        if photo.ref not in refs:
            findings.add("unknown-product", place, "ref", value=photo.ref)
        elif photo.colour and photo.colour not in colours.get(photo.ref, set()):
            known = ", ".join(sorted(colours.get(photo.ref, set())))
            findings.add("unknown-photo-colour", place, "colour_fr", value=photo.colour, ref=photo.ref, known=known)
        missing = [name for name in _NEEDED if name not in given]
        if photo.key not in current.photos and missing:
            findings.add("incomplete-photo", place, missing[0], ref=photo.ref, value=", ".join(missing))
    for key in sorted(batch.removals.photos - current.photos.keys()):
        findings.add("unknown-photo", batch.places.get(("photo", key), Place("")), "photo", value=key.partition("/")[2])


def merged_photos(
    current: Catalogue, batch: Batch, refs: Container[str], variants: Mapping[str, Variant]
) -> dict[str, Photo]:
    """Return the photos after a batch that leaves the products ``refs`` and these ``variants``.

    Those of a product that is gone go with it; those of a colour that was renamed keep to it under its new name.
    """
    photos = {key: photo for key, photo in current.photos.items() if key not in batch.removals.photos}
    names = _renamed(current, batch, variants)
    for key, photo in photos.items() if names else ():
        photos[key] = replace(photo, colour=names.get((photo.ref, photo.colour), photo.colour))
    for photo in batch.photos:
        photos[photo.key] = _photo(photos.get(photo.key), photo, batch.given_photos[photo.key])
    return {key: photo for key, photo in photos.items() if photo.ref in refs}


def _renamed(current: Catalogue, batch: Batch, variants: Mapping[str, Variant]) -> dict[tuple[str, str], str]:
    """Return new French names of colours by product and old name, as far as photos go by the old one.

    A name that a variant of the product still bears was not renamed, nor one whose variants now bear several.
    """
    shown = {(photo.ref, photo.colour) for photo in current.photos.values() if photo.colour}
    turned: dict[tuple[str, str], set[str]] = {}
    for given in batch.variants if shown else ():
        old, new = current.variants.get(given.gtin), variants.get(given.gtin)
        if old and new and old.ref == new.ref and _french(old) != _french(new):
            turned.setdefault((old.ref, _french(old)), set()).add(_french(new))
    alone = {key: names.pop() for key, names in turned.items() if key in shown and len(names) == 1}
    borne = {(variant.ref, _french(variant)) for variant in variants.values()} if alone else set()
    return {key: name for key, name in alone.items() if key not in borne}


def _french(variant: Variant) -> str:
    return variant.colour.name.get("fr", "")


def _photo(old: Photo | None, new: Photo, given: frozenset[str]) -> Photo:
    alt = {lang: words for lang, words in sorted((dict(old.alt if old else {}) | dict(new.alt)).items()) if words}
    if old is None:
        x = new.focus_x if "focus_x" in given else MIDDLE
        y = new.focus_y if "focus_y" in given else MIDDLE
        return replace(new, alt=alt, focus_x=x, focus_y=y)
    plain = {name: getattr(new, name) for name in _FIELDS if name in given}
    return replace(old, alt=alt, **plain)


_FIELDS = ("colour", "position", "width", "height", "focus_x", "focus_y")


def _colours(current: Catalogue, batch: Batch) -> dict[str, set[str]]:
    """Return the French names of each product's colours as they will stand, by ref; only where photos need them."""
    if not any(photo.colour for photo in batch.photos):
        return {}
    gone, found = batch.removals.variants, dict[str, set[str]]()
    renamed = {variant.gtin for variant in batch.variants if _french(variant)}
    standing = (variant for gtin, variant in current.variants.items() if gtin not in renamed)
    for variant in (*standing, *batch.variants):
        if variant.gtin not in gone and (name := _french(variant)):
            held = current.variants.get(variant.gtin)
            found.setdefault(variant.ref or (held.ref if held else ""), set()).add(name)
    return found
