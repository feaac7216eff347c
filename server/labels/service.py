"""Make the labels of a shop."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from catalog.gtin import GtinError, normalise
from server.catalogue import history
from server.catalogue.service import Published, load
from server.customer.words import words
from server.errors import Invalid

from .choice import ALL, Choice, Prices, pieces
from .formats import FORMATS, Format
from .schemas import MOST_LABELS
from .sheet import TooSmallError, labels, pdf, png


def make(asked: Mapping[str, Any], published: Published, address: str) -> bytes:
    """Return the sheets that were asked for.

    Raises ``Invalid`` where nothing is chosen, too much is, a code or revision is unknown, or the shop's address is too
    long for the paper.
    """
    paper, shop, filled = _filled(asked, published, address)
    if not filled:
        raise Invalid([("only" if asked["which"] != ALL else "shop", "label-none")])
    if len(filled) > MOST_LABELS:
        raise Invalid([("copies" if asked["copies"] > 1 else "categories", "label-many")])
    return pdf(filled, paper, lang=asked["lang"], skip=asked["skip"], title=f"{shop['name']} · {len(filled)}")


def look(asked: Mapping[str, Any], published: Published, address: str) -> dict[str, Any]:
    """Return how many labels and sheets ``make`` would print, and the first sheet as a PNG picture in base 64."""
    paper, _, filled = _filled(asked, published, address)
    first = filled[: paper.count - asked["skip"]]
    drawn = png(first, paper, lang=asked["lang"], skip=asked["skip"]) if first else None
    return {
        "labels": len(filled),
        "sheets": -(-(len(filled) + asked["skip"]) // paper.count) if filled else 0,
        "most": MOST_LABELS,
        "first": base64.b64encode(drawn).decode() if drawn else None,
    }


def _filled(
    asked: Mapping[str, Any], published: Published, address: str
) -> tuple[Format, Mapping[str, Any], list[dict[str, Any]]]:
    """Return the paper, the shop, and what stands on each label."""
    paper, speak, shop = FORMATS[asked["format"]], words(asked["lang"]), published.shops[asked["shop"]]
    if asked["skip"] >= paper.count:
        raise Invalid([("skip", "label-skip")])
    chosen = pieces(published, asked["shop"], _choice(asked, published))
    categories = published.document["categories"]
    try:
        made = labels(chosen, paper, speak, shop, address, categories)
    except TooSmallError as small:
        raise Invalid([("format", "label-code-small")]) from small
    return paper, shop, [label for label in made for _ in range(asked["copies"])]


def _choice(asked: Mapping[str, Any], published: Published) -> Choice:
    return Choice(
        frozenset(asked["categories"]),
        frozenset(asked["refs"]),
        frozenset(_gtin(position, code) for position, code in enumerate(asked["gtins"])),
        asked["which"],
        _before(asked, published) if asked["which"] != ALL else None,
    )


def _gtin(position: int, code: str) -> str:
    try:
        return normalise(code)
    except GtinError as error:
        raise Invalid([(f"gtins.{position}", "gtin-invalid")]) from error


def _before(asked: Mapping[str, Any], published: Published) -> Prices:
    """Return the shop's prices in the older revision; before the first one there were none."""
    since = asked["since"] if asked["since"] is not None else published.revision - 1
    if since >= published.revision or (since > 0 and not history.hash_of(since)):
        raise Invalid([("since", "revision-unknown")])
    shop = load(since).shops.get(asked["shop"]) if since > 0 else None
    found: Prices = shop["assortment"] if shop else {}
    return found
