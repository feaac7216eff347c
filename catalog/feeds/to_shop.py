"""Prices and counts of a named shop out of a foreign table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog.model import Price

from . import barcodes, cells
from .fields import plain
from .findings import Findings
from .house import House
from .mapping import Record, Records
from .models import Model, Piece
from .sales import in_force
from .table import Place, Row, column_name_words

_MONEY = frozenset({"price", "reference_price"})
_EURO = frozenset({"", "eur", "euro", "euros", "€"})
_TITLES = ("shop", "gtin", "price", "reference_price", "quantity", "currency", "sale_from", "sale_until")


def prices(found: Iterable[Model], records: Records, house: House, findings: Findings) -> list[Row]:
    """Return a row for each price that differs from what the shop asks now."""
    rows = []
    for piece, shop, place in _pieces(found, records, house, findings):
        price, former = _price(piece.record, place, house, findings)
        money = piece.record.cells.get("currency", "")
        if price and money.casefold() not in _EURO:
            findings.add("bad-currency", place, "price", value=f"{price} {money}")
        elif price:
            row = _row(piece, shop, price, former, house, place, findings)
            if row:
                rows.append(Row(place, row))
    return rows


def counts(found: Iterable[Model], records: Records, house: House, findings: Findings) -> list[Row]:
    """Return a row for each count. What was sold beyond the stock, a count below zero, counts nothing."""
    rows = []
    for piece, shop, place in _pieces(found, records, house, None):
        quantity = piece.record.cells.get("quantity", "")
        if quantity.startswith("-"):
            findings.add("stock-negative", place, "quantity", value=quantity)
        elif quantity:
            rows.append(Row(place, {"shop": shop, "gtin": piece.gtin, "quantity": quantity}))
    return rows


def shop_of(records: Records, house: House) -> str | None:
    """Return the shop that is said for the whole file, that its name holds, or the only one there is."""
    said = records.constants.get("shop", "")
    if said:
        return _known_shop(said, house) or said
    words = set(column_name_words(records.file))
    named = [shop for shop in house.shops if set(shop.split("-")) <= words]
    if len(named) == 1:
        return named[0]
    return next(iter(house.shops)) if len(house.shops) == 1 else None


def _known_shop(text: str, house: House) -> str | None:
    if text in house.shops:
        return text
    words = plain(text)
    named = [shop.id for shop in house.shops.values() if words in (plain(shop.id), plain(shop.name))]
    return named[0] if len(named) == 1 else None


def _pieces(
    found: Iterable[Model], records: Records, house: House, findings: Findings | None
) -> Iterator[tuple[Piece, str, Place]]:
    titles = {name: records.titles.get(name, name) for name in _TITLES}
    whole = shop_of(records, house)
    unsaid = False
    for model in found:
        for piece in model.pieces:
            cells_ = piece.record.cells
            written = "" if "shop" in records.constants else cells_.get("shop", "")
            shop = (_known_shop(written, house) or written) if written else whole
            own = records.place(piece.record).titles or {}
            place = Place(records.file, piece.record.line, titles | {name: own[name] for name in records.by_size})
            if shop:
                yield piece, shop, place
            elif findings and not unsaid and cells_.keys() & {*_MONEY, "quantity"}:
                unsaid = True
                findings.add("shop-unnamed", place, "price", near=", ".join(house.shops))


def _price(record: Record, place: Place, house: House, findings: Findings) -> tuple[str, str]:
    """Return price and former price; a lone former price is the price, and so is that of a reduction not in force."""
    price, former = record.cells.get("price", ""), record.cells.get("reference_price", "")
    start, end = record.cells.get("sale_from", ""), record.cells.get("sale_until", "")
    if not (price and former and (start or end)):
        return (price, former) if price else (former, "")
    now = in_force(start, end, house.now)
    if now:
        return price, former
    said = " – ".join(text for text in (start, end) if text)
    findings.add(
        "sale-unread" if now is None else "sale-not-now", place, "sale_from" if start else "sale_until", value=said
    )
    return former, ""


def _row(
    piece: Piece, shop: str, price: str, former: str, house: House, place: Place, findings: Findings
) -> dict[str, str]:
    asked, before = _cents(price), _cents(former)
    row = {"shop": shop, "gtin": piece.gtin, "price": price}
    if former and before == 0:
        former = ""
    if former and asked is not None and before is not None and before <= asked:
        if before < asked:
            findings.add("compare-at-dropped", place, "reference_price", value=former)
        former = ""
    old = _old(piece, shop, house)
    if former:
        row["reference_price"] = former
    elif old and asked is not None and (old.reference_price_cents or asked + 1) <= asked:
        row["reference_price"] = cells.CLEAR  # a former price that is no longer above the price announces no reduction
    stands = old is not None and old.price_cents == asked and (not former or before == old.reference_price_cents)
    return {} if stands else row


def _old(piece: Piece, shop: str, house: House) -> Price | None:
    known = house.shops.get(shop)
    return known.assortment.get(barcodes.known(piece.gtin) or "") if known else None


def _cents(text: str) -> int | None:
    try:
        return cells.cents(text) if text else None
    except ValueError:
        return None
