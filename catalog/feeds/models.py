"""Records of a foreign table put together to models, and each found again among what the house knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from catalog.model import Product, Variant

from . import barcodes
from .drafts import MOST_REF
from .drafts import REF as REF_PATTERN
from .families import OF_VARIANT
from .fields import plain, unseen
from .findings import Findings
from .house import House
from .mapping import Record, Records
from .standing import Standing
from .table import Place


@dataclass(slots=True)
class Piece:
    """One line that speaks of a size and colour; ``gtin`` is as it is to be read, ``old`` the house's own."""

    record: Record
    gtin: str = ""
    old: Variant | None = None


@dataclass(slots=True)
class Model:
    """The lines of one product; ``old`` is what the house has of it. ``ref`` is empty where nothing names it."""

    lines: list[Record]
    pieces: list[Piece] = field(default_factory=list)
    ref: str = ""
    old: Product | None = None

    def first(self, name: str) -> tuple[str, int]:
        """Return the first filled cell of a field and its line; an empty text where there is none."""
        for record in self.lines:
            if text := record.cells.get(name, ""):
                return text, record.line
        return "", self.lines[0].line

    def every(self, name: str) -> list[str]:
        """Return the different cells of a field."""
        return list(dict.fromkeys(text for record in self.lines if (text := record.cells.get(name, ""))))


def models(found: Records, house: House, findings: Findings) -> list[Model]:
    """Return the models of a sheet, each with its pieces and what the house knows of them."""
    groups: dict[tuple[str, ...], Model] = {}
    for record in _without_repetition(found, findings):
        groups.setdefault(_key(record, house), Model([])).lines.append(record)
    shared, standing = _shared_skus(found, findings), Standing(found, findings)
    for key, model in list(groups.items()):
        codes = {_code(record) for record in model.lines if record.cells.keys() & OF_VARIANT}
        model.ref = _ref(model, codes, house, found, findings)
        model.old = house.products.get(model.ref)
        model.lines = standing.left_in(model.lines, partial(_is_known, old=model.old, house=house))
        if not model.lines:
            del groups[key]
            continue
        for record in model.lines:
            if record.cells.keys() & OF_VARIANT - found.constants.keys():
                piece = _piece(record, model, house, shared, found, findings)
                if piece is not None:
                    model.pieces.append(piece)
    standing.tell()
    return list(groups.values())


def _is_known(record: Record, old: Product | None, house: House) -> bool:
    """Tell a line whose piece the house has; one without a code speaks of its model."""
    code = _code(record)
    return code in house.variants if code else old is not None


def _without_repetition(found: Records, findings: Findings) -> Iterable[Record]:
    seen: dict[frozenset[tuple[str, str]], int] = {}
    for record in found.records:
        whole = frozenset(record.cells.items())
        first = seen.setdefault(whole, record.line)
        if first == record.line:
            yield record
        elif "gtin" in record.cells or "sku" in record.cells:
            findings.add("duplicate-row", Place(found.file, record.line), first=first)


def _key(record: Record, house: House) -> tuple[str, ...]:
    cells = record.cells
    if cells.get("ref"):
        return ("ref", plain(cells["ref"]))
    code = _code(record)
    if code in house.variants:
        return ("house", house.variants[code].ref)
    if cells.get("name"):
        return ("name", plain(cells.get("brand", "")), plain(cells["name"]))
    sku = cells.get("sku", "")
    return ("house", house.refs_by_sku[sku]) if sku in house.refs_by_sku else ("line", str(record.line))


def _code(record: Record) -> str:
    written = unseen(record.cells.get("gtin", "")).strip()
    return barcodes.known(written) or barcodes.found_in(record.cells.get("sku", "")) or ""


def _shared_skus(found: Records, findings: Findings) -> frozenset[str]:
    """Return the SKUs that stand for several barcodes, after one warning each."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for sku, _ in {
        (record.cells["sku"], _code(record)) for record in found.records if _code(record) and "sku" in record.cells
    }:
        counts[sku] += 1
    for record in found.records:
        sku = record.cells.get("sku", "")
        if counts[sku] > 1 and sku not in first:
            first[sku] = record.line
            findings.add("shared-sku", found.place(record), "sku", value=sku, count=counts[sku])
    return frozenset(first)


def _ref(model: Model, codes: set[str], house: House, found: Records, findings: Findings) -> str:
    """Return the product that the codes belong to, else that of the SKUs, the handle, the name; else a new one."""
    by_code = {house.variants[code].ref for code in codes if code in house.variants}
    if not by_code:
        by_code = {house.refs_by_sku[sku] for sku in model.every("sku") if sku in house.refs_by_sku}
    handle, line = model.first("ref")
    slug = slugged(handle)
    if slug in by_code:
        return slug
    if len(by_code) > 1:
        place = Place(found.file, line, found.titles)
        findings.add(
            "matches-two", place, "ref", value=handle or model.first("name")[0], near=", ".join(sorted(by_code))
        )
    if by_code:
        return min(by_code)
    if slug in house.products:
        return slug
    name, brand = plain(model.first("name")[0]), plain(model.first("brand")[0])
    if name and (brand, name) in house.by_name:
        return house.by_name[(brand, name)]
    return slug or slugged(f"{brand} {name}" if name else "")


def slugged(text: str) -> str:
    """Return a text as a reference: small letters and digits with single hyphens."""
    slug = plain(text).replace("#", "").replace(" ", "-")[:MOST_REF].strip("-")
    return slug if REF_PATTERN.fullmatch(slug) else ""


def _piece(
    record: Record, model: Model, house: House, shared: frozenset[str], found: Records, findings: Findings
) -> Piece | None:
    place = found.place(record)
    written, sku = unseen(record.cells.get("gtin", "")).strip(), record.cells.get("sku", "")
    if barcodes.is_filler(written) if written else False:
        if not sku or sku not in house.by_sku:
            findings.add("gtin-filler", place, "gtin", value=written)
            return None
        written = ""
    if written and barcodes.may_have_lost(written) and barcodes.known(written) not in house.variants:
        findings.add("gtin-scientific", place, "gtin", value=written)
        return None
    if written:
        return Piece(record, written, house.variants.get(barcodes.known(written) or ""))
    known = _without_code(record, model, house, shared)
    if known:
        return Piece(record, known, house.variants[known])
    in_sku = barcodes.found_in(sku)
    if in_sku:
        findings.add("gtin-in-sku", place, "sku", value=sku)
        return Piece(record, sku, house.variants.get(in_sku))
    code = "gtin-skipped" if found.constants.get("without_gtin") == "skip" else "gtin-missing"
    shown = " ".join(record.cells.get(name, "") for name in ("sku", "name", "size", "colour")).strip()
    findings.add(code, place, "gtin", value=shown)
    return None


def _without_code(record: Record, model: Model, house: House, shared: frozenset[str]) -> str:
    """Return the code that the house knows by the SKU, else by product, size and colour."""
    sku = record.cells.get("sku", "")
    if sku and sku not in shared and sku in house.by_sku:
        return house.by_sku[sku]
    size, colour = record.cells.get("size", ""), record.cells.get("colour", "")
    return house.by_look.get((model.ref, plain(size), plain(colour)), "") if size and colour else ""
