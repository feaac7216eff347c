"""The merchandiser's own format: CSV files, a ZIP of them, an Excel workbook, or one table alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from pathlib import Path

from catalog import progress
from catalog.errors import Finding
from catalog.reference import Reference, with_charts

from . import json_in, shop_yaml
from .batch import Batch, Removals, ShopPrice, StockCount
from .drafts import Draft
from .facts_in import read_facts
from .findings import Findings, has_errors
from .foreign import foreign_tables
from .house import House
from .json_in import json_tables
from .knowledge_in import Overrides, read_knowledge, with_knowledge
from .limits import LIMITS, Limits
from .photos_in import Photos, read_photos, with_photos
from .plausible import doubts
from .products_in import read_products
from .sheet import Sheet
from .shop_in import ShopTables, read_prices, read_shops, read_stock
from .size_charts_in import SizeCharts, check_size_charts, finished, read_size_charts
from .table import Place, Table
from .tables import Leaf, leaves, tables
from .variants_in import Variants, read_variants

__all__ = ["Batch", "ShopPrice", "StockCount", "files_in", "has_errors", "read"]

NOBODY = House()
_FILES = ("*.csv", "*.xlsx", "*.yaml")


def files_in(*folders: Path) -> dict[str, bytes]:
    """Return the files of folders by name, as ``read`` wants them; names start at the folder's own name."""
    return {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for folder in folders
        for pattern in _FILES
        for path in sorted(folder.rglob(pattern))
    }


def read(
    files: Mapping[str, bytes], reference: Reference, limits: Limits = LIMITS, house: House = NOBODY
) -> tuple[Batch, tuple[Finding, ...]]:
    """Return what the files say and every finding about them.

    With a finding of severity ``error`` the batch is to be refused whole. What only the catalogue can tell (a variant
    of an unknown product, a new product that lacks its name) is told by ``catalog.catalogue.check``.
    """
    findings = Findings()
    found = leaves(files, limits, findings)
    shops = ShopTables()
    for name, data in _named(found, shop_yaml.NAMES):
        shop_yaml.read_shop_file(name, data, shops, findings)

    others: list[
        str
    ] = []  # sheets of other formats: one that says nothing new holds no table, and was read all the same

    def foreign(sheet: Sheet, columns: tuple[str, ...]) -> list[Table] | None:
        translated = foreign_tables(sheet, columns, reference, house, findings)
        if translated is not None:
            others.append(sheet.name)
        return translated

    told = (table for leaf in _named(found, json_in.NAMES) for table in json_tables(leaf, reference, limits, findings))
    by_kind = _by_kind(chain(tables(_tabular(found), limits, findings, foreign), told))
    if not by_kind and not others and not shops.shops and not findings.all():
        findings.add("empty-batch", Place(found[0][0] if found else ""))
    batch = _batch(by_kind, shops, reference, findings)
    doubts(batch, house, reference, findings)
    return batch, findings.all()


def _tabular(found: list[Leaf]) -> list[Leaf]:
    return [leaf for leaf in found if not leaf[0].lower().endswith(shop_yaml.NAMES + json_in.NAMES)]


def _named(found: list[Leaf], endings: tuple[str, ...]) -> list[Leaf]:
    return [leaf for leaf in found if leaf[0].lower().endswith(endings)]


def _by_kind(found: Iterable[Table]) -> dict[str, list[Table]]:
    kinds: dict[str, list[Table]] = {}
    for table in found:
        kinds.setdefault(table.kind, []).append(table)
    return kinds


def _batch(by_kind: dict[str, list[Table]], shops: ShopTables, reference: Reference, findings: Findings) -> Batch:
    drafts: dict[str, Draft] = {}
    variants, photos, knowledge = Variants(), Photos(), Overrides()
    charts = SizeCharts()
    for table in by_kind.pop("size_charts", []):
        read_size_charts(table, charts, findings)
    check_size_charts(charts, findings)
    reference = with_charts(reference, charts.found)
    readers: dict[str, Callable[[Table], None]] = {
        "products": lambda table: read_products(table, reference, drafts, findings),
        "facts": lambda table: read_facts(table, reference, drafts, findings),
        "variants": lambda table: read_variants(table, variants, findings),
        "shops": lambda table: read_shops(table, shops, findings),
        "prices": lambda table: read_prices(table, shops, findings),
        "stock": lambda table: read_stock(table, shops, findings),
        "photos": lambda table: read_photos(table, photos, findings),
        "knowledge": lambda table: read_knowledge(table, knowledge, findings),
    }
    columns: dict[str, frozenset[str]] = {}
    sorted_, total = 0, sum(len(table.rows) for found in by_kind.values() for table in found)
    for kind, reader in readers.items():  # products before facts: a fact may contradict a column of its product
        for table in by_kind.pop(kind, []):  # popped, so that a large batch is not held twice
            columns[kind] = columns.get(kind, frozenset()) | set(table.columns)
            progress.tell("sort", sorted_, total)
            reader(table)
            sorted_ += len(table.rows)
    batch = with_photos(_assembled(drafts, variants, shops, charts, columns), photos)
    return with_knowledge(batch, knowledge)


def _assembled(
    drafts: dict[str, Draft],
    variants: Variants,
    shops: ShopTables,
    charts: SizeCharts,
    columns: Mapping[str, frozenset[str]],
) -> Batch:
    standing = {ref: draft for ref, draft in sorted(drafts.items()) if not draft.removed}
    return Batch(
        products=tuple(draft.product() for draft in standing.values()),
        variants=tuple(variants.found[gtin] for gtin in sorted(variants.found)),
        prices=tuple(shops.prices),
        stock=tuple(shops.stock),
        shops=tuple(shops.shops[shop] for shop in sorted(shops.shops)),
        size_charts=finished(charts.found),
        columns=columns,
        given_products={ref: frozenset(draft.given) for ref, draft in standing.items()},
        given_variants=variants.given,
        given_shops=shops.given,
        cleared={ref: frozenset(draft.cleared) for ref, draft in standing.items() if draft.cleared},
        removals=Removals(
            frozenset(drafts.keys() - standing.keys()),
            frozenset(variants.removed),
            frozenset(shops.removed_prices),
            frozenset(charts.removed),
        ),
        places=_places(drafts, variants, shops, charts),
    )


def _places(
    drafts: dict[str, Draft], variants: Variants, shops: ShopTables, charts: SizeCharts
) -> dict[tuple[str, str], Place]:
    return (
        {("product", ref): draft.place for ref, draft in drafts.items()}
        | {("weight", ref): draft.lines["weight_g"] for ref, draft in drafts.items() if "weight_g" in draft.lines}
        | {("variant", gtin): place for gtin, place in variants.places.items()}
        | {("shop", shop): place for shop, place in shops.shop_places.items()}
        | {("size_chart", chart): place for chart, place in charts.places.items()}
    )
