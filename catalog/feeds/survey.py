"""What a batch's tables look like to a person who is asked what their columns mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalog.reference import Reference

from . import json_in, recognise, shop_yaml
from .clean import clean
from .findings import Findings
from .foreign import rows_of
from .house import House
from .limits import LIMITS, Limits
from .propose import SAMPLES, Proposal, propose
from .sheet import Sheet, shape
from .table import column_name
from .tables import leaves, sheets

_SHOWN = 5
_SHOWN_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A table of a batch: its format, the shape of its titles, a few values of each, and what it seems to say."""

    file: str
    line: int
    format: str
    shape: str
    rows: int
    titles: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    proposal: Proposal


def survey(
    files: Mapping[str, bytes], reference: Reference, house: House, limits: Limits = LIMITS
) -> tuple[Surveyed, ...]:
    """Return the tables that are not the house's own. What cannot be read is left to the dry run to say."""
    findings = Findings()
    return tuple(
        _surveyed(sheet, found, reference, house)
        for name, data in leaves(files, limits, findings)
        if not name.lower().endswith(json_in.NAMES + shop_yaml.NAMES)
        for sheet in sheets(name, data, limits, findings)
        if len(sheet.titles) <= limits.columns and (found := _format(sheet, reference, house)) != recognise.OWN
    )


def _format(sheet: Sheet, reference: Reference, house: House) -> str:
    columns = tuple(column_name(title) for title in sheet.titles)
    return recognise.format_of(sheet, columns, reference, house)


def _surveyed(sheet: Sheet, found: str, reference: Reference, house: House) -> Surveyed:
    key = shape(sheet.titles)
    if found in (recognise.MAPPED, recognise.UNKNOWN):
        sheet = rows_of(sheet, Findings())
    head = [[clean(cell) for cell in cells] for _, cells in sheet.lines[:SAMPLES]]
    remembered = house.mappings.get(key)
    proposal = propose(sheet.titles, head, reference, remembered, dict(_constants(house)), sheet.packed)
    samples = tuple(tuple(_distinct(head, index)) for index in range(len(sheet.titles)))
    return Surveyed(sheet.name, sheet.line, found, key, len(sheet.lines), sheet.titles, samples, proposal)


def _constants(house: House) -> Iterator[tuple[str, str]]:
    """Yield what is the same in the whole house: its only shop, the brand that most of its pieces are of."""
    if len(house.shops) == 1:
        yield "shop", next(iter(house.shops))
    brands = Counter(product.brand for product in house.products.values()).most_common(1)
    if brands:
        yield "brand", brands[0][0]


def _distinct(lines: list[list[str]], index: int) -> list[str]:
    found = dict.fromkeys(cells[index][:_SHOWN_CHARACTERS] for cells in lines if index < len(cells) and cells[index])
    return list(found)[:_SHOWN]
