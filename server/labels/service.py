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

from .choice import ALL, Choice, Piece, Prices, pieces
from .formats import FORMATS, Format
from .schemas import MOST_LABELS
from .sheet import TooSmallError, grouped, labels, pdf, png


def make(asked: Mapping[str, Any], published: Published, address: str) -> bytes:
    """Return the sheets that were asked for.

    Raises ``Invalid`` where nothing is chosen, too much is, a code or revision is unknown, or the shop's address is too
    long for the paper.
    """
    paper, groups = _chosen(asked, published)
    count = len(groups) * asked["copies"]
    if not count:
        raise Invalid([("only" if asked["which"] != ALL else "shop", "label-none")])
    if count > MOST_LABELS:
        raise Invalid([("copies" if asked["copies"] > 1 else "categories", "label-many")])
    filled = _filled(groups, asked, published, address)
    title = f"{published.shops[asked['shop']]['name']} · {count}"
    return pdf(filled, paper, lang=asked["lang"], skip=asked["skip"], title=title)


def look(asked: Mapping[str, Any], published: Published, address: str) -> dict[str, Any]:
    """Return how many labels and sheets ``make`` would print, and the first sheet as a PNG picture in base 64."""
    paper, groups = _chosen(asked, published)
    count, room = len(groups) * asked["copies"], paper.count - asked["skip"]
    first = _filled(groups[:room], asked, published, address)[:room]
    drawn = png(first, paper, lang=asked["lang"], skip=asked["skip"]) if first else None
    return {
        "labels": count,
        "sheets": -(-(count + asked["skip"]) // paper.count) if count else 0,
        "most": MOST_LABELS,
        "first": base64.b64encode(drawn).decode() if drawn else None,
    }


def _chosen(asked: Mapping[str, Any], published: Published) -> tuple[Format, list[list[Piece]]]:
    """Return the paper, and the pieces of each label."""
    paper = FORMATS[asked["format"]]
    if asked["skip"] >= paper.count:
        raise Invalid([("skip", "label-skip")])
    return paper, grouped(pieces(published, asked["shop"], _choice(asked, published)), paper)


def _filled(
    groups: list[list[Piece]], asked: Mapping[str, Any], published: Published, address: str
) -> list[dict[str, Any]]:
    """Return what stands on each label, as often as it is asked for."""
    paper, shop = FORMATS[asked["format"]], published.shops[asked["shop"]]
    try:
        made = labels(groups, paper, words(asked["lang"]), shop, address, published.document["categories"])
    except TooSmallError as small:
        raise Invalid([("format", "label-code-small")]) from small
    return [label for label in made for _ in range(asked["copies"])]


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
