"""A draft as the seller and the customer would see it, before anybody publishes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import current_app, render_template

from catalog.catalogue import Catalogue, merge
from catalog.feeds import own
from catalog.reference import with_charts
from catalog.revision import product_document
from catalog.text import localise
from server.catalogue import products
from server.catalogue.service import Published, current
from server.customer.page import Asked, build
from server.customer.pages import today
from server.customer.stock import place_of
from server.customer.style import PAGE
from server.errors import NotFound
from server.knowledge import knowledge_of, reference

from . import rows, service
from .facts import Facts, FactsOf, of_published
from .listing import decisive


def of_draft(published: Published, change: Mapping[str, Any], shop: str | None, lang: str) -> dict[str, Any]:
    """Return the piece that a draft makes, and its customer's page; nothing is kept. Raises ``Invalid``."""
    every = of_published(published)
    old = every.get(change["ref"])
    after = drafted(change, old, every)
    if change["ref"] not in after.products:  # it is to be removed, or nothing is said of it yet
        raise NotFound("product-not-found")
    product = _compiled(after, change["ref"], every)
    speaking: str = lang
    return {
        "product": localise({key: product[key] for key in product if key not in {"verdicts", "variants"}}, speaking)
        | {"variants": products.priced(product, _shelf(published, after, shop), speaking)},
        "missing": [name for name in decisive(published, product["category"]) if name not in product["properties"]],
        "page": _page(published, product, _shelf(published, after, shop), speaking),
        "style": PAGE.text,
    }


def drafted(change: Mapping[str, Any], old: Facts | None, every: FactsOf) -> Catalogue:
    """Return a catalogue that holds the model alone as the draft makes it. Raises ``Invalid`` with the fields."""
    base = old.catalogue(every.size_charts) if old else Catalogue(size_charts=every.size_charts)
    found = rows.rows_of(change, old, "changes.0")
    if not found:
        return base
    service.refuse_taken([change], every)
    proposal = service.Proposal(found, *rows.write(found))
    service.refuse_wrong(proposal, every)
    batch, _ = own.read(proposal.files, with_charts(reference(), every.size_charts))
    return merge(base, batch)


def _compiled(catalogue: Catalogue, ref: str, every: FactsOf) -> dict[str, Any]:
    house = with_charts(reference(), every.size_charts)
    return product_document(catalogue, ref, house, knowledge_of(current().document))


def _shelf(published: Published, after: Catalogue, shop: str | None) -> Mapping[str, Any] | None:
    """Return the shop with the draft's own prices laid over the published ones."""
    place = products.shop_of(published, shop)
    if place is None:
        return None
    mine = after.shops.get(str(place["id"]))
    standing = mine.assortment.items() if mine else ()
    drafted_prices = {gtin: [one.price_cents, one.reference_price_cents] for gtin, one in standing}
    return {**place, "assortment": {**place["assortment"], **drafted_prices}}


def _page(published: Published, product: Mapping[str, Any], shop: Mapping[str, Any] | None, lang: str) -> str:
    asked = Asked(product, "", lang, str(shop["id"]) if shop else "", today(), current_app.config["PUBLIC_URL"])
    shops = {**published.shops, **({str(shop["id"]): shop} if shop else {})}
    view = build(published, asked, {}, place_of(shops, product, asked.shop, asked.today))
    return render_template("customer/page.html", style=PAGE.text, **view)
