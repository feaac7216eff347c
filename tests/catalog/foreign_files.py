"""Suppliers' files as they come, and a house that reads them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from catalog.catalogue import Catalogue, check, merge
from catalog.errors import Finding
from catalog.feeds import own
from catalog.feeds.batch import Batch
from catalog.feeds.house import House
from catalog.feeds.mapping import ColumnMapping
from catalog.feeds.survey import Surveyed, survey
from catalog.gtin import check_digit
from catalog.model import Shop
from catalog.reference import load_reference

SAMPLES = Path(__file__).parent / "feeds"
REFERENCE = load_reference()
MIRAMAS = Shop("miramas", "Miramas", {"fr": "Miramas"}, "2026-11-14", "2027-02-27", "EUR", ("fr",))
EMPTY = Catalogue(shops={"miramas": MIRAMAS})
IN_HOUSE = "gtin-restricted"
"""Said of every sample: its barcodes are of the range for use inside one house."""


def gtin(number: int) -> str:
    """Return a barcode of the range for use inside one house."""
    digits = f"29{number:010d}"
    return digits + str(check_digit(digits))


def sample(name: str) -> dict[str, bytes]:
    return {name: (SAMPLES / name).read_bytes()}


def house(catalogue: Catalogue = EMPTY, mappings: dict[str, ColumnMapping] | None = None) -> House:
    return House(catalogue.products, catalogue.variants, catalogue.shops, mappings or {})


def read(
    files: dict[str, bytes], catalogue: Catalogue = EMPTY, mappings: dict[str, ColumnMapping] | None = None
) -> tuple[Batch, list[Finding]]:
    batch, findings = own.read(files, REFERENCE, house=house(catalogue, mappings))
    return batch, [one for one in findings if one.code != IN_HOUSE]


def told(findings: list[Finding], *severities: str) -> list[tuple[int | None, str | None, str]]:
    return [(one.line, one.column, one.code) for one in findings if one.severity in (severities or (one.severity,))]


def taken(batch: Batch, catalogue: Catalogue = EMPTY) -> Catalogue:
    assert [str(one) for one in check(catalogue, batch)] == []
    return merge(catalogue, batch)


def asked(files: dict[str, bytes]) -> Surveyed:
    [table] = survey(files, REFERENCE, house())
    return table


def mapped(files: dict[str, bytes], **constants: str) -> tuple[Batch, list[Finding]]:
    table = asked(files)
    mapping = table.proposal.mapping()
    said = replace(mapping, constants={**mapping.constants, **constants})
    return read(files, mappings={table.shape: said})
