"""What the desk does with prices, between its routes and the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.feeds import own
from catalog.text import localise
from server.catalogue.service import Published
from server.customer.words import SHOP_CLOCK
from server.database import now
from server.errors import Invalid, NotFound
from server.knowledge import reference
from server.sentences import SENTENCES
from server.shops.pieces import ALL, Choice

from . import changes, listing, proposing
from .models import PriceChange
from .rules import Proposed, Rule
from .tables import table

SHOWN = 100


def listed(published: Published, shop_id: str, query: Mapping[str, Any], lang: str) -> Any:
    """Return one page of a shop's prices."""
    choice, state = _choice(query), query["state"]
    found = listing.listed(published, shop_id, choice, state, query["cursor"], query["limit"], now())
    return localise(found, lang)


def preview(published: Published, shop_id: str, asked: Mapping[str, Any], lang: str) -> Any:
    """Return how many prices a rule changes, and the first of them."""
    moved = _proposed(published, shop_id, asked)
    found = {
        "count": len(moved),
        "lower": sum(1 for one in moved if one.before and one.after and one.after[0] < one.before[0]),
        "higher": sum(1 for one in moved if one.before and one.after and one.after[0] > one.before[0]),
        "added": sum(1 for one in moved if one.before is None),
        "removed": sum(1 for one in moved if one.after is None),
        "items": [_shown(one) for one in proposing.lines(published, shop_id, moved, now(), SHOWN)],
    }
    return localise(found, lang)


def try_changes(published: Published, shop_id: str, asked: Mapping[str, Any], author: str) -> PriceChange:
    """Queue a dry run of single prices or of a rule. Raise ``Invalid`` where nothing would change."""
    if "proposal" in asked:
        moved = _proposed(published, shop_id, asked["proposal"])
    else:
        moved = [one for one in _cells(published, shop_id, asked["cells"]) if one.after != one.before]
    if not moved:
        raise Invalid([("proposal" if "proposal" in asked else "cells", "price-change-empty")])
    return changes.try_out(shop_id, asked["name"], table(shop_id, moved), author, len(moved))


def try_file(shop_id: str, name: str, data: bytes, author: str) -> PriceChange:
    """Queue a dry run of a file of prices. Raise ``Invalid`` where it holds anything else.

    A file that cannot be read becomes a refused dry run, which says where and why.
    """
    batch, _ = own.read({name: data}, reference())
    other = (batch.products, batch.variants, batch.stock, batch.shops, batch.size_charts)
    gone = batch.removals
    if any(other) or gone.products or gone.variants or gone.size_charts:
        raise Invalid([("file", "price-file-other")])
    return changes.try_out(shop_id, name, {name: data}, author, len(batch.prices) + len(gone.prices))


def shown(row: PriceChange, lang: str) -> dict[str, Any]:
    """Return a change as the API gives it."""
    names = ("id", "name", "author", "created_at", "state", "import_id", "count", "starts_at", "decided_at")
    more = ("decided_by", "published_revision")
    local = row.starts_at.astimezone(SHOP_CLOCK) if row.starts_at else None
    return {
        **{name: getattr(row, name) for name in names + more},
        "shop": row.shop_id,
        "local": f"{local:%Y-%m-%dT%H:%M}" if local else None,
        "zone": SHOP_CLOCK.key,
        "problem": SENTENCES[row.problem][lang][1] if row.problem else None,
        "concerned": row.concerned or [],
    }


def _choice(query: Mapping[str, Any]) -> Choice:
    parts = {name: query[name] for name in ("q", "category", "brand", "audience", "carried") if name in query}
    return Choice(**parts, refs=frozenset(query.get("refs", ())))


def _proposed(published: Published, shop_id: str, asked: Mapping[str, Any]) -> list[Proposed]:
    said = dict(asked["rule"])
    from_shop = said.pop("from_shop", "")
    if from_shop and from_shop not in published.shops:
        raise NotFound("shop-not-found")
    chosen = asked["choice"]
    choice = listing.narrowed(published, shop_id, _choice(chosen), chosen.get("state", ALL))
    return proposing.propose(published, shop_id, choice, Rule(**said), from_shop, now())


def _cells(published: Published, shop_id: str, cells: list[Mapping[str, Any]]) -> list[Proposed]:
    standing = proposing.pairs(published.shops[shop_id])
    found = {}
    for place, cell in enumerate(cells):
        gtin = cell["gtin"]
        if gtin not in published.products_by_gtin:
            raise Invalid([(f"cells.{place}.gtin", "gtin-not-found")])
        after = (cell["price_cents"], cell["reference_price_cents"]) if cell["carried"] else None
        found[gtin] = Proposed(gtin, standing.get(gtin), after)
    return list(found.values())


def _shown(one: Mapping[str, Any]) -> dict[str, Any]:
    product, variant = one["product"], one["variant"]
    colour = product["colours"][variant["colour"]] if product["colours"] else None
    return {
        "ref": product["ref"],
        "name": product["name"],
        "gtin": variant["gtin"],
        "size": variant["size"],
        "colour": {"name": colour["name"], "hex": colour["hex"]} if colour else None,
        **{key: one[key] for key in ("before", "after", "lowest_cents", "lowest_state", "is_above")},
    }
