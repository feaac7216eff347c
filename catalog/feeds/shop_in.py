"""The tables of a shop: its dates, its prices and its counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from catalog.model import LANGUAGES, Price, Shop

from . import cells
from .batch import ShopPrice, StockCount
from .drafts import REF, claim
from .findings import Findings
from .line import Line, lines_of
from .table import Place, Table
from .variants_in import read_gtin

_NAME = 120
_MOST_CENTS = 10_000_000
_MOST_PIECES = 100_000
PRICE_COLUMNS = ("shop", "gtin", "price", "price_cents", "reference_price", "reference_price_cents", "remove")
STOCK_COLUMNS = ("shop", "gtin", "quantity", "counted_at")
SHOP_COLUMNS = (
    "shop", "name", "place_fr", "place_en", "place_de", "place_it", "place_es", "opens_on", "closes_on", "currency",
    "languages", "demonstration",
)  # fmt: skip


@dataclass(slots=True)
class ShopTables:
    """What a batch says about shops, and the lines that said it."""

    shops: dict[str, Shop] = field(default_factory=dict)
    given: dict[str, frozenset[str]] = field(default_factory=dict)
    prices: list[ShopPrice] = field(default_factory=list)
    removed_prices: set[tuple[str, str]] = field(default_factory=set)
    stock: list[StockCount] = field(default_factory=list)
    shop_places: dict[str, Place] = field(default_factory=dict)
    price_places: dict[str, Place] = field(default_factory=dict)
    stock_places: dict[str, Place] = field(default_factory=dict)


def read_shops(table: Table, into: ShopTables, findings: Findings) -> None:
    """Add the shops of a table."""
    for line in lines_of(table, SHOP_COLUMNS, ("shop",), findings):
        shop = _shop_id(line)
        if shop and claim(into.shop_places, shop, line, "duplicate-shop", "shop"):
            into.shops[shop] = _shop(shop, line)
            into.given[shop] = frozenset(line.given - {"shop"})


def read_prices(table: Table, into: ShopTables, findings: Findings) -> None:
    """Add the prices of a table."""
    for line in lines_of(table, PRICE_COLUMNS, ("shop", "gtin"), findings):
        shop, gtin = _shop_id(line), read_gtin(line)
        if not shop or gtin is None:
            continue
        if not claim(into.price_places, f"{shop}\0{gtin}", line, "duplicate-price", "gtin"):
            continue
        if line.parsed("remove", cells.boolean, "bad-boolean", default=False):
            into.removed_prices.add((shop, gtin))
            continue
        price = _price(gtin, line)
        if price is not None:
            has_reference = bool({"reference_price", "reference_price_cents"} & line.row.cells.keys())
            into.prices.append(ShopPrice(shop, price, has_reference, line.place))


def read_stock(table: Table, into: ShopTables, findings: Findings) -> None:
    """Add the counts of a table."""
    for line in lines_of(table, STOCK_COLUMNS, ("shop", "gtin", "quantity"), findings):
        shop, gtin, quantity = _shop_id(line), read_gtin(line), _quantity(line)
        counted_at = line.parsed("counted_at", cells.moment, "bad-moment", default="") or None
        if not shop or gtin is None or quantity is None:
            continue
        if claim(into.stock_places, f"{shop}\0{gtin}", line, "duplicate-stock", "gtin"):
            into.stock.append(StockCount(shop, gtin, quantity, counted_at, line.place))


def _shop_id(line: Line) -> str:
    raw = line.raw("shop")
    if raw is None:
        line.wrong("required", "shop")
        return ""
    if not REF.fullmatch(raw):
        line.wrong("bad-ref", "shop", near="miramas")
        return ""
    return raw


def _shop(shop: str, line: Line) -> Shop:
    opens_on = line.parsed("opens_on", cells.day, "bad-date", default="")
    closes_on = line.parsed("closes_on", cells.day, "bad-date", default="")
    if opens_on and closes_on and date.fromisoformat(closes_on) < date.fromisoformat(opens_on):
        line.wrong("closes-before-opening", "closes_on")
    languages = line.list("languages")
    for word in languages:
        if word not in LANGUAGES:
            line.wrong("unknown-language", "languages", value=word, near=", ".join(LANGUAGES))
    currency = line.text("currency", 3)
    if currency not in ("", "EUR"):
        line.wrong("bad-currency", "currency")
    return Shop(
        id=shop,
        name=line.text("name", _NAME),
        place=line.texts("place", LANGUAGES, _NAME),
        opens_on=opens_on,
        closes_on=closes_on,
        currency=currency,
        languages=languages,
        demonstration=line.parsed("demonstration", cells.boolean, "bad-boolean", default=False),
    )


def _price(gtin: str, line: Line) -> Price | None:
    price = _cents(line, "price")
    if price is None:
        if "price" not in line.row.cells and "price_cents" not in line.row.cells:
            line.wrong("required", "price")
        return None
    reference = _cents(line, "reference_price")
    if reference is not None and reference < price:
        line.wrong("reference-below-price", "reference_price")
    return Price(gtin, price, reference)


def _cents(line: Line, column: str) -> int | None:
    """Return the amount of a column, or of its twin in cents; a lone dash means none."""
    written, in_cents = line.raw(column), line.raw(f"{column}_cents")
    found = {
        amount
        for amount in (_amount(line, column, written), _amount(line, f"{column}_cents", in_cents))
        if amount is not None
    }
    if len(found) > 1:
        line.wrong("price-and-cents", column)
    return min(found, default=None)


def _amount(line: Line, column: str, raw: str | None) -> int | None:
    if raw is None or raw == cells.CLEAR:
        return None
    try:
        amount = cells.integer(raw) if column.endswith("_cents") else cells.cents(raw)
    except cells.CurrencyError:
        line.wrong("bad-currency", column)
        return None
    except ValueError:
        line.wrong("bad-price", column)
        return None
    if not 0 < amount <= _MOST_CENTS:
        line.wrong("bad-price", column)
        return None
    return amount


def _quantity(line: Line) -> int | None:
    raw = line.raw("quantity")
    try:
        quantity = cells.integer(raw or "")
    except ValueError:
        quantity = -1
    if not 0 <= quantity <= _MOST_PIECES:
        line.wrong("required" if raw is None else "bad-quantity", "quantity")
        return None
    return quantity
