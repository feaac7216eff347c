"""What a dry run says of the reference prices it would announce."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from catalog.catalogue import Catalogue
from catalog.errors import Finding
from catalog.feeds.batch import Batch, ShopPrice
from catalog.typography import french
from server.customer.words import SHOP_CLOCK, words
from server.database import now

from .lowest import NONE, SHORT, Prior
from .proposing import Lowest
from .sentences import FINDINGS

SHOWN = 200
"""Cells that are named one by one; the rest is counted."""
_COLUMN = "reference_price"


def findings(before: Catalogue, after: Catalogue, batch: Batch) -> tuple[Finding, ...]:
    """Return warnings for changed prices whose reference is above the lowest known one, and what is not known."""
    moment = now()
    above: list[tuple[ShopPrice, int, int, str]] = []
    unknown: dict[tuple[str, str], list[Prior]] = {}
    for shop_id, entries in _by_shop(before, after, batch):
        lowest = Lowest(shop_id, [entry.price.gtin for entry in entries], moment)
        for entry in entries:
            price = after.shops[shop_id].assortment[entry.price.gtin]
            reference = price.reference_price_cents or 0
            prior = lowest.before(entry.price.gtin, price.price_cents, reference)
            if prior.is_above(reference):
                above.append((entry, reference, prior.lowest or 0, after.shops[shop_id].currency))
            elif prior.state in (SHORT, NONE):
                unknown.setdefault((shop_id, prior.state), []).append(prior)
    names = {shop_id: shop.name for shop_id, shop in after.shops.items()}
    return (*_above(above), *_unknown(unknown, names, moment))


def _by_shop(before: Catalogue, after: Catalogue, batch: Batch) -> Iterator[tuple[str, list[ShopPrice]]]:
    """Yield, by shop, the entries that change a price and announce a reduction."""
    found: dict[str, list[ShopPrice]] = {}
    for entry in batch.prices:
        price = after.shops[entry.shop].assortment.get(entry.price.gtin)
        old = before.shops[entry.shop].assortment.get(entry.price.gtin) if entry.shop in before.shops else None
        reference = price.reference_price_cents if price else None
        if price and price != old and reference is not None and reference > price.price_cents:
            found.setdefault(entry.shop, []).append(entry)
    yield from found.items()


def _above(found: list[tuple[ShopPrice, int, int, str]]) -> Iterator[Finding]:
    for entry, reference, lowest, currency in found[:SHOWN]:
        amounts = {
            lang: {
                name: words(lang).money(cents, currency)
                for name, cents in (("reference", reference), ("lowest", lowest))
            }
            for lang in ("fr", "en")
        }
        place = entry.place
        yield Finding(
            place.file,
            place.line,
            _COLUMN,
            "warning",
            "reference-above-lowest",
            _said("reference-above-lowest", amounts),
            f"{reference // 100}.{reference % 100:02d}",
        )
    if len(found) > SHOWN:
        count = {"count": len(found) - SHOWN}
        code = "reference-above-lowest-more"
        yield Finding(found[-1][0].place.file, None, _COLUMN, "warning", code, _said(code, {"fr": count, "en": count}))


def _unknown(
    found: Mapping[tuple[str, str], list[Prior]], names: Mapping[str, str], moment: datetime
) -> Iterable[Finding]:
    for (shop_id, state), priors in sorted(found.items()):
        since = max((prior.known_since for prior in priors if prior.known_since), default=moment)
        day = since.astimezone(SHOP_CLOCK).date()
        code = f"reference-record-{state}"
        filled = {
            lang: {"shop": names[shop_id], "count": len(priors), "day": words(lang).day(day)} for lang in ("fr", "en")
        }
        yield Finding("", None, None, "info", code, _said(code, filled))


def _said(code: str, filled: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    in_french, in_english = FINDINGS[code]
    return {"fr": french(in_french.format(**filled["fr"])), "en": in_english.format(**filled["en"])}
