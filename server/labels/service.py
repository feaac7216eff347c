"""Make the labels of a shop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.gtin import GtinError, normalise
from server.catalogue import history
from server.catalogue.service import Published, load
from server.customer.words import words
from server.errors import Invalid

from .choice import ALL, Choice, Prices, pieces
from .formats import FORMATS
from .schemas import MOST_LABELS
from .sheet import TooSmallError, labels, pdf


def make(asked: Mapping[str, Any], published: Published, address: str) -> bytes:
    """Return the sheets that were asked for.

    Raises ``Invalid`` where nothing is chosen, too much is, a code or revision is unknown, or the shop's address is too
    long for the paper.
    """
    paper, speak, shop = FORMATS[asked["format"]], words(asked["lang"]), published.shops[asked["shop"]]
    if asked["skip"] >= paper.count:
        raise Invalid([("skip", "label-skip")])
    chosen = pieces(published, asked["shop"], _choice(asked, published))
    categories = published.document["categories"]
    try:
        filled = [
            label for label in labels(chosen, paper, speak, shop, address, categories) for _ in range(asked["copies"])
        ]
    except TooSmallError as small:
        raise Invalid([("format", "label-code-small")]) from small
    if not filled:
        raise Invalid([("only" if asked["which"] != ALL else "shop", "label-none")])
    if len(filled) > MOST_LABELS:
        raise Invalid([("copies" if asked["copies"] > 1 else "categories", "label-many")])
    return pdf(filled, paper, lang=asked["lang"], skip=asked["skip"], title=f"{shop['name']} · {len(filled)}")


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
