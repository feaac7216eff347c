"""The catalogue as rows of the own format: lossless, what is empty stays an empty cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from catalog.catalogue import Catalogue
from catalog.feeds import knowledge_in
from catalog.feeds.vocabulary import KEPT, SET_ASIDE
from catalog.model import Photo, Price, Product, Scalar, Shop, Text, Variant
from catalog.reference import Reference, with_charts
from catalog.sizing.chart import AGE, MEASURES, SYSTEMS

Cell = bool | int | Decimal | str
Row = Mapping[str, Cell]
_CENT = Decimal("0.01")


def tables(catalogue: Catalogue, reference: Reference) -> Mapping[str, Callable[[], Iterator[Row]]]:
    """Return for each table of the own format a function that yields its rows; counts are no part of a catalogue."""
    charts = with_charts(reference, catalogue.size_charts).size_charts
    return {
        "products": lambda: (_product(product, charts) for product in catalogue.products.values()),
        "facts": lambda: (row for product in catalogue.products.values() for row in facts(product)),
        "variants": lambda: (_variant(variant) for variant in catalogue.variants.values()),
        "prices": lambda: (row for shop in catalogue.shops.values() for row in _prices(shop)),
        "stock": lambda: iter(()),
        "size_charts": lambda: (row for key, chart in catalogue.size_charts.items() for row in _chart(key, chart)),
        "photos": lambda: (_photo(photo) for photo in catalogue.photos.values()),
        "shops": lambda: (_shop(shop) for shop in catalogue.shops.values()),
        "knowledge": lambda: iter(knowledge_in.rows(catalogue.knowledge)),
    }


def facts(product: Product) -> Iterator[Row]:
    """Yield a product's values with their sources, then those set aside, in their order."""
    for name, value in product.properties.items():
        yield _fact(product.ref, name, value.value, value.provenance, value.source, KEPT, value.note)
    for aside in product.set_aside:
        yield _fact(product.ref, aside.property, aside.value, aside.provenance, aside.source, SET_ASIDE, aside.reason)


def euros(cents: int) -> Decimal:
    """Return cents as euros with two places."""
    return (Decimal(cents) * _CENT).quantize(_CENT)


def measure_columns(charts: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the systems and measures that charts use, in the order of the house."""
    used = {name for chart in charts for row in chart["rows"] for name in (*row.get("systems", {}), *row)}
    return [name for name in (*SYSTEMS, *MEASURES, AGE) if name in used]


def _fact(ref: str, name: str, value: Scalar, provenance: str, source: str, status: str, note: str) -> Row:
    return _filled(
        {"ref": ref, "property": name, "value": value, "provenance": provenance, "source": source, "status": status,
         "note": note}
    )  # fmt: skip


def _product(product: Product, charts: Mapping[str, Any]) -> Row:
    return _filled(
        {
            "ref": product.ref,
            "name": product.name,
            "brand": product.brand,
            "category": product.category,
            "audience": product.audience,
            **_texts("use", product.use),
            "activities": _list(product.activities),
            "technologies": _list(product.technologies),
            "market": product.market,
            "season": product.season,
            "size_chart": product.size_chart if product.size_chart in charts else "",  # one taken away names nothing
            **_texts("fit_note", product.fit_note),
            "care": _list(product.care),
            "sources": _list(product.sources),
            "demonstration": product.demonstration,
        }
    )


def _variant(variant: Variant) -> Row:
    return _filled(
        {
            "gtin": variant.gtin,
            "sku": variant.sku,
            "ref": variant.ref,
            "size": variant.size,
            **_texts("colour", variant.colour.name),
            "colour_hex": variant.colour.hex,
            "demonstration": variant.demonstration,
        }
    )


def _prices(shop: Shop) -> Iterator[Row]:
    for gtin, price in shop.assortment.items():
        yield {"shop": shop.id, "gtin": gtin, **_amounts(price)}


def _amounts(price: Price) -> Row:
    reference = price.reference_price_cents
    return {"price": euros(price.price_cents)} | ({} if reference is None else {"reference_price": euros(reference)})


def _photo(photo: Photo) -> Row:
    numbers = {name: getattr(photo, name) for name in ("position", "width", "height", "focus_x", "focus_y")}
    return _filled(
        {"ref": photo.ref, "photo": photo.photo, "colour_fr": photo.colour, **numbers, **_texts("alt", photo.alt)}
    )


def _shop(shop: Shop) -> Row:
    return _filled(
        {
            "shop": shop.id,
            "name": shop.name,
            **_texts("place", shop.place),
            "opens_on": shop.opens_on,
            "closes_on": shop.closes_on,
            "currency": shop.currency,
            "languages": _list(shop.languages),
            "demonstration": shop.demonstration,
        }
    )


def _chart(key: str, chart: Mapping[str, Any]) -> Iterator[Row]:
    """Yield a line a size; what is true of the whole chart stands on the first."""
    whole = {
        **_texts("label", chart["label"]),
        "audience": chart["audience"],
        "garment": chart["garment"],
        "provenance": chart["status"],
        "source": chart["source"],
        **_texts("rule", chart["rule"]),
        "note": chart["note"],
    }
    for row in chart["rows"]:
        figures = {name: _figure(row[name]) for name in (*MEASURES, AGE) if name in row}
        yield _filled({"chart": key, "size": row["size"], **whole, **row.get("systems", {}), **figures})
        whole = {}


def _figure(value: Any) -> Cell:
    """Write a measure: ``960``, ``960–1020``, ``≥ 1200``, ``≤ 700``."""
    if not isinstance(value, list | tuple):
        return _number(value)
    low, high = value
    if low is None:
        return f"≤ {_number(high)}"
    return f"≥ {_number(low)}" if high is None else f"{_number(low)}–{_number(high)}"


def _number(value: float) -> int | Decimal:
    return int(value) if value == int(value) else Decimal(str(value))


def _texts(stem: str, text: Text) -> dict[str, str]:
    return {f"{stem}_{lang}": words for lang, words in text.items()}


def _list(words: Iterable[str]) -> str:
    return "|".join(words)


def _filled(row: Mapping[str, Any]) -> Row:
    return {name: value for name, value in row.items() if value != "" and value is not None}
