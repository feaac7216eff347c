"""Make the labels of a shop."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.gtin import GtinError, normalise
from server.catalogue import history
from server.catalogue.service import Published, load
from server.customer.words import words
from server.errors import Conflict, Invalid

from . import printed
from .choice import ALL, CHANGED_PRICES, DUE, NEW, Choice, Piece, Prices, pieces
from .formats import FORMATS, Format
from .schemas import MOST_LABELS
from .sheet import TooSmallError, grouped, labels, pdf, png


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was asked for: the paper, the pieces of each label, and which labels the wanted file holds.

    A file holds whole sheets, ``MOST_LABELS`` labels at most; ``start`` and ``end`` count labels, copies included.
    """

    paper: Format
    groups: list[list[Piece]]
    copies: int
    parts: int
    start: int
    end: int

    @property
    def count(self) -> int:
        return len(self.groups) * self.copies

    def of_file(self) -> list[list[Piece]]:
        """Return the pieces of each label of the file, one after another."""
        return [self.groups[at // self.copies] for at in range(self.start, self.end)]

    def done_by_file(self) -> list[Piece]:
        """Return the pieces whose last copy is in the file."""
        return [
            piece
            for at, group in enumerate(self.groups)
            if self.start < (at + 1) * self.copies <= self.end
            for piece in group
        ]


def make(asked: Mapping[str, Any], published: Published, address: str) -> bytes:
    """Return the sheets of one file that was asked for.

    Raises ``Invalid`` where nothing is chosen, a code, part or revision is unknown, or the shop's address is too long
    for the paper; ``Conflict`` where another revision was looked at.
    """
    chosen = _standing(asked, published)
    filled = _filled(chosen.of_file(), asked, published, address)
    part = f" ({asked['part']}/{chosen.parts})" if chosen.parts > 1 else ""
    title = f"{published.shops[asked['shop']]['name']} · {len(filled)}{part}"
    skip = asked["skip"] if asked["part"] == 1 else 0
    return pdf(filled, chosen.paper, lang=asked["lang"], skip=skip, title=title)


def look(asked: Mapping[str, Any], published: Published, address: str) -> dict[str, Any]:
    """Return how many labels and files ``make`` would print, and the first sheet as a PNG picture in base 64."""
    chosen = _chosen(asked, published)
    skip = asked["skip"] if asked["part"] == 1 else 0
    first = _filled(chosen.of_file()[: chosen.paper.count - skip], asked, published, address)
    drawn = png(first, chosen.paper, lang=asked["lang"], skip=skip) if first else None
    return {
        "labels": chosen.count,
        "sheets": -(-(chosen.count + asked["skip"]) // chosen.paper.count) if chosen.count else 0,
        "most": MOST_LABELS,
        "parts": chosen.parts,
        "part_labels": chosen.end - chosen.start,
        "due": _due_of_shop(asked, published, chosen.paper),
        "revision": published.revision,
        "first": base64.b64encode(drawn).decode() if drawn else None,
        "last": printed.last(asked["shop"], chosen.paper.kind),
    }


def mark(asked: Mapping[str, Any], published: Published, author: str) -> str:
    """Write down that a file was printed, and commit: its labels are due no longer. Return the id of the printing.

    Raises what ``make`` raises for the same file.
    """
    chosen = _standing(asked, published)
    return printed.mark(asked["shop"], chosen.paper.kind, chosen.done_by_file(), author)


def _standing(asked: Mapping[str, Any], published: Published) -> Chosen:
    """Return what was asked for, of the revision that was looked at and with something to print."""
    if asked["revision"] not in (None, published.revision):
        raise Conflict("label-outdated")
    chosen = _chosen(asked, published)
    if not chosen.count:
        raise Invalid([("only" if asked["which"] != ALL else "shop", "label-none")])
    return chosen


def _chosen(asked: Mapping[str, Any], published: Published) -> Chosen:
    paper, copies = FORMATS[asked["format"]], asked["copies"]
    if asked["skip"] >= paper.count:
        raise Invalid([("skip", "label-skip")])
    taken = pieces(published, asked["shop"], _choice(asked, published))
    if asked["which"] == DUE:
        taken = printed.due(published, asked["shop"], paper.kind, taken)
    groups = grouped(taken, paper)
    count, room = len(groups) * copies, MOST_LABELS // paper.count * paper.count
    parts = max(1, -(-(count + asked["skip"]) // room))
    if asked["part"] > parts:
        raise Invalid([("part", "label-part")])
    end = asked["part"] * room - asked["skip"]
    return Chosen(paper, groups, copies, parts, max(0, end - room), min(count, end))


def _due_of_shop(asked: Mapping[str, Any], published: Published, paper: Format) -> int:
    """Return how many labels of a paper's kind are due in the whole shop."""
    everything = pieces(published, asked["shop"], Choice())
    return len(grouped(printed.due(published, asked["shop"], paper.kind, everything), paper))


def _filled(
    groups: list[list[Piece]], asked: Mapping[str, Any], published: Published, address: str
) -> list[dict[str, Any]]:
    """Return what stands on each label."""
    paper, shop = FORMATS[asked["format"]], published.shops[asked["shop"]]
    try:
        return labels(groups, paper, words(asked["lang"]), shop, address, published.document["categories"])
    except TooSmallError as small:
        raise Invalid([("format", "label-code-small")]) from small


def _choice(asked: Mapping[str, Any], published: Published) -> Choice:
    return Choice(
        frozenset(asked["categories"]),
        frozenset(asked["refs"]),
        frozenset(_gtin(position, code) for position, code in enumerate(asked["gtins"])),
        asked["which"],
        _before(asked, published) if asked["which"] in (CHANGED_PRICES, NEW) else None,
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
