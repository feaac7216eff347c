"""Barcodes that stand for the same size and colour of the same model."""

from __future__ import annotations

from catalog.errors import Finding
from catalog.feeds.batch import Batch
from catalog.feeds.findings import Findings
from catalog.feeds.table import Place
from catalog.model import Variant

from .model import Catalogue

_Piece = tuple[str, str, str]


def check_twins(before: Catalogue, after: Catalogue, batch: Batch) -> tuple[Finding, ...]:
    """Warn where a batch gives a size and colour a second barcode; capitals make no other size.

    Two such lines in one batch are refused when it is read. With one that was known before it is no error: a maker who
    changes a barcode leaves both on the rail for a while. But nobody should learn of it from two lines of stock.
    """
    moved = [
        gtin for gtin in sorted(batch.given_variants) if _is_moved(before.variants.get(gtin), after.variants[gtin])
    ]
    refs = {after.variants[gtin].ref for gtin in moved}
    alike: dict[_Piece, list[str]] = {}
    for gtin, variant in after.variants.items():
        if variant.ref in refs:
            alike.setdefault(_piece(variant), []).append(gtin)
    findings, told = Findings(), set[str]()
    for gtin in moved:
        others = [one for one in alike[_piece(after.variants[gtin])] if one != gtin and one not in told]
        if others:
            told.add(gtin)
            variant = after.variants[gtin]
            words = {"first": others[0], "ref": variant.ref, "size": variant.size, "colour": variant.colour.name["fr"]}
            findings.add("variant-twin", batch.places.get(("variant", gtin), Place("")), "gtin", value=gtin, **words)
    return findings.all()


def _is_moved(old: Variant | None, new: Variant) -> bool:
    return old is None or _piece(old) != _piece(new)


def _piece(variant: Variant) -> _Piece:
    return variant.ref, variant.size.casefold(), variant.colour.name.get("fr", "").casefold()
