"""Remember what a supplier's columns mean, and propose it where nobody has said so yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
import structlog

from catalog.catalogue import Catalogue
from catalog.feeds.fields import OPTIONS, fields
from catalog.feeds.house import House
from catalog.feeds.mapping import ColumnMapping
from catalog.feeds.recognise import GOOGLE, SHOPIFY
from catalog.feeds.survey import Surveyed, survey
from catalog.model import LANGUAGES
from catalog.reference import with_charts
from server import audit
from server.catalogue import history
from server.database import db, now
from server.errors import Conflict, Invalid, NotFound
from server.imports.models import WAITED_FOR, Import, ImportFile
from server.knowledge import reference

from .models import SupplierMapping

log = structlog.get_logger("cordee.suppliers")
MOST = 500
"""Mappings kept; a house has tens of suppliers."""


def house_of(catalogue: Catalogue) -> House:
    """Return what the house knows when it reads a foreign file: its catalogue, and the mappings people made."""
    return House(catalogue.products, catalogue.variants, catalogue.shops, remembered())


def remembered() -> dict[str, ColumnMapping]:
    """Return the newest mapping of each shape of titles."""
    rows = db.session.scalars(sa.select(SupplierMapping).order_by(SupplierMapping.changed_at, SupplierMapping.id))
    return {row.shape: ColumnMapping.from_json(row.mapping) for row in rows}


def listed() -> list[SupplierMapping]:
    """Return every mapping, by supplier."""
    return list(db.session.scalars(sa.select(SupplierMapping).order_by(SupplierMapping.supplier, SupplierMapping.id)))


def forget(mapping_id: str, author: str) -> None:
    """Forget a mapping: the next file of its shape is asked about again."""
    row = db.session.get(SupplierMapping, mapping_id)
    if row is None:
        raise NotFound("supplier-mapping-not-found")
    audit.record("supplier-mapping-forgotten", row.id, author, supplier=row.supplier)
    db.session.delete(row)
    db.session.commit()


def asked(row: Import) -> dict[str, Any]:
    """Return the foreign tables of an import, what each column seems to be, and all that it could be."""
    catalogue = history.facts(history.newest())
    known = with_charts(reference(), catalogue.size_charts)
    house = house_of(catalogue)
    return {
        "import_id": row.id,
        "tables": [_table(one, house) for one in survey(files_of(row), known, house)],
        "fields": [
            {"id": each.id, "label": each.label, "kind": each.kind, "units": each.units, "constant": each.constant}
            for each in fields(known).values()
        ],
        "shops": [{"id": shop.id, "name": shop.name} for shop in house.shops.values()],
        "suppliers": sorted({one.supplier for one in listed()}),
    }


def remember(row: Import, supplier: str, shape: str, said: ColumnMapping, author: str) -> None:
    """Keep what a person says of one of an import's tables. Raises ``Invalid`` where it cannot be read by. Commits."""
    if row.state in WAITED_FOR:
        raise Conflict("import-running")
    if row.state == "published":
        raise Conflict("import-published")
    catalogue = history.facts(history.newest())
    known = with_charts(reference(), catalogue.size_charts)
    tables = {one.shape: one for one in survey(files_of(row), known, house_of(catalogue))}
    if shape not in tables:
        raise Invalid([("shape", "unknown-shape")])
    _check(said, tables[shape], {name: each.constant for name, each in fields(known).items()})
    held = db.session.scalar(
        sa.select(SupplierMapping).where(SupplierMapping.supplier == supplier, SupplierMapping.shape == shape)
    )
    if held is None:
        if (db.session.scalar(sa.select(sa.func.count(SupplierMapping.id))) or 0) >= MOST:
            raise Conflict("too-many-mappings")
        held = SupplierMapping(supplier=supplier, shape=shape)
        db.session.add(held)
    held.titles, held.mapping = list(_titles(tables[shape])), said.to_json()
    held.author, held.changed_at = author, now()
    audit.record("supplier-mapped", row.id, author, supplier=supplier)
    db.session.commit()
    log.info("supplier-mapped", import_id=row.id, supplier=supplier, by=author)


def files_of(row: Import) -> dict[str, bytes]:
    """Return the files of an import, or raise ``Conflict`` where they are no longer kept."""
    kept = db.session.execute(
        sa.select(ImportFile.name, ImportFile.content).where(ImportFile.import_id == row.id).order_by(ImportFile.place)
    ).all()
    if not kept:
        raise Conflict("import-files-gone")
    return dict(kept)


def _check(said: ColumnMapping, table: Surveyed, constants: Mapping[str, bool]) -> None:
    wrong = [
        (f"columns.{name}", "unknown-field" if name not in constants else "unknown-title")
        for name, source in said.columns.items()
        if name not in constants or source.column not in table.titles
    ]
    wrong += [
        (f"constants.{name}", "unknown-field")
        for name in said.constants
        if not constants.get(name) and name not in OPTIONS
    ]
    if said.constants.get("language", "fr") not in LANGUAGES:
        wrong.append(("constants.language", "unknown-field"))
    if wrong:
        raise Invalid(wrong)


def _table(one: Surveyed, house: House) -> dict[str, Any]:
    own_titles = one.format in (SHOPIFY, GOOGLE)  # what their columns mean is written by who made the format
    guesses = {
        name: {
            "column": guess.source.column,
            "unit": guess.source.unit,
            "separator": guess.source.separator,
            "part": guess.source.part,
            "confidence": guess.confidence,
            "why": guess.why,
        }
        for name, guess in one.proposal.guesses.items()
        if not own_titles
    }
    return {
        "file": one.file,
        "line": one.line,
        "format": one.format,
        "shape": one.shape,
        "rows": one.rows,
        "remembered": one.shape in house.mappings,
        "titles": [{"title": title, "samples": samples} for title, samples in _titles(one).items()],
        "columns": guesses,
        "constants": dict(one.proposal.constants),
    }


def _titles(one: Surveyed) -> dict[str, list[str]]:
    """Return the values seen by title: a title that stands twice is asked about once, a column without one never."""
    found: dict[str, dict[str, None]] = {}
    for title, seen in zip(one.titles, one.samples, strict=True):
        if title.strip():
            found.setdefault(title, {}).update(dict.fromkeys(seen))
    return {title: list(samples) for title, samples in found.items()}
