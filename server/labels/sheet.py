"""Label sheets as PDF: what stands on each label, and the typesetting."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import typst

from catalog.gtin import is_restricted
from server.customer.shades import drawn
from server.customer.sizes import size_word
from server.customer.words import Words

from .choice import Piece
from .code import Code, code
from .formats import MODULE_MM, QUIET_MODULES, Format

FOLDER = Path(__file__).parent
SCREEN_WIDTH = 900
"""Pixels of a picture: a laptop shows it at half of that, a fine screen at all of it."""


class TooSmallError(ValueError):
    """The code of an address does not fit the label with modules of the least width; ``module`` is in millimetres."""

    def __init__(self, module: float) -> None:
        super().__init__(f"{module:.3f} mm")
        self.module = module


def grouped(pieces: Sequence[Piece], paper: Format) -> list[list[Piece]]:
    """Return the pieces of each label: one for each, or on cards one for each colour."""
    return _by_colour(pieces) if paper.kind == "card" else [[piece] for piece in pieces]


def labels(
    groups: Sequence[Sequence[Piece]],
    paper: Format,
    speak: Words,
    shop: Mapping[str, Any],
    address: str,
    categories: Iterable[Mapping[str, Any]],
) -> list[dict[str, Any]]:
    """Return what stands on the labels of grouped pieces; cards have the drawing too.

    Raises ``TooSmallError`` where the shop's address is too long for a code that can be scanned.
    """
    if paper.kind == "card":
        return [
            {**_label(group, paper, speak, shop, address), "drawing": _drawing(group[0], categories)}
            for group in groups
        ]
    return [_label(group, paper, speak, shop, address) for group in groups]


def pdf(filled: Iterable[Any], paper: Format, *, lang: str, skip: int, title: str) -> bytes:
    """Return the sheets; ``skip`` labels of the first one stay free, for a sheet that is begun."""
    return _typeset(filled, paper, lang=lang, skip=skip, title=title, format="pdf")


def png(filled: Iterable[Any], paper: Format, *, lang: str, skip: int) -> bytes:
    """Return one sheet as a picture that is wide enough for a screen."""
    return _typeset(
        filled, paper, lang=lang, skip=skip, title="", format="png", ppi=SCREEN_WIDTH / paper.page[0] * 25.4
    )


def _typeset(filled: Iterable[Any], paper: Format, *, lang: str, skip: int, title: str, **form: Any) -> bytes:
    data = {
        "title": title,
        "lang": lang,
        "page": paper.page,
        "columns": paper.columns,
        "rows": paper.rows,
        "label": paper.label,
        "margin": paper.margin,
        "gap": paper.gap,
        "padding": paper.padding,
        "labels": [None] * skip + list(filled),
    }
    made: bytes = typst.compile(
        str(FOLDER / "templates" / f"{paper.kind}.typ"),
        root=str(FOLDER),
        font_paths=[str(FOLDER / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        **form,
    )
    return made


def _label(
    group: Sequence[Piece], paper: Format, speak: Words, shop: Mapping[str, Any], address: str
) -> dict[str, Any]:
    piece = group[0]
    made = code(f"{address}/01/{piece.gtin}")
    product, variant = piece.product, piece.variant
    colour = product["colours"][variant["colour"]] if product["colours"] else None
    return {
        "brand": product["brand"],
        "name": product["name"],
        "sizes": [size_word(each.variant["size"], speak) for each in group],
        "colour": _set(speak.plain(colour["name"])) if colour else "",
        "hex": colour["hex"] if colour else "",
        "why": _set(speak.plain(product["use"])),
        **_price(group, speak, shop["currency"]),
        "gtin": f"(01) {piece.gtin}",
        "note": _note(piece, shop, speak),
        **_code(made, paper),
    }


def _drawing(piece: Piece, categories: Iterable[Mapping[str, Any]]) -> str:
    category = next(each for each in categories if each["id"] == piece.product["category"])
    colours = piece.product["colours"]
    inner = drawn(category["silhouette"], colours[piece.variant["colour"]]["hex"] if colours else "")
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">{inner}</svg>'


def _code(made: Code, paper: Format) -> dict[str, Any]:
    module = paper.module(made.modules)
    if module < MODULE_MM:
        raise TooSmallError(module)
    return {"svg": made.svg, "side": module * (made.modules + 2 * QUIET_MODULES), "quiet": module * QUIET_MODULES}


def _price(group: Sequence[Piece], speak: Words, currency: str) -> dict[str, str]:
    """Return the price of a label; sizes of one colour may differ, then the lowest is given as "from"."""
    cheapest = min(group, key=lambda piece: piece.price)
    reduced = cheapest.reference is not None and cheapest.reference > cheapest.price
    return {
        "from": speak.say("from") if len({piece.price for piece in group}) > 1 else "",
        "price": _set(speak.money(cheapest.price, currency)),
        "reference": _set(speak.money(cheapest.reference, currency)) if reduced and cheapest.reference else "",
    }


def _note(piece: Piece, shop: Mapping[str, Any], speak: Words) -> str:
    """Say on the label itself that it is a demonstration: a printed label leaves the screen that says so."""
    if shop["demonstration"] or piece.product["demonstration"]:
        return speak.say("demonstration")
    return speak.say("code_inside") if is_restricted(piece.gtin) else ""


def _set(text: str) -> str:
    """Return a text in characters that the font has: a narrow no-break space is not among them."""
    return text.replace("\u202f", "\u00a0")


def _by_colour(pieces: Sequence[Piece]) -> list[list[Piece]]:
    groups: dict[tuple[str, int], list[Piece]] = {}
    for piece in pieces:
        groups.setdefault((piece.product["ref"], piece.variant["colour"]), []).append(piece)
    return list(groups.values())
