"""Outfits from the published revision and the shop's stock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.finder.answers import AnswersError
from catalog.finder.outfit.answer import outfit
from server.catalogue.service import Published, current
from server.errors import Invalid, NotFound
from server.language import spoken
from server.prices import announced
from server.stock import service as stock


def compose(question: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return the outfit for a question. Raise ``NotFound`` for an unknown shop, ``Invalid`` for what cannot be used.

    Prices and stock are a shop's: where none is named the first one counts, and the answer says which.
    """
    published = current()
    shop = question.get("shop") or next(iter(published.shops), None)
    try:
        found = outfit(
            announced.document(published),
            shop,
            question["answers"],
            _stock(published, shop),
            lang,
            budget_cents=question.get("budget_cents"),
            fixed=question.get("fixed"),
            without=question.get("without"),
        )
    except AnswersError as problem:
        raise Invalid((field, message[spoken()]) for field, message in problem.errors) from None
    return {"revision": published.revision, "shop": shop, **found}


def _stock(published: Published, shop: str | None) -> dict[str, Any] | None:
    if shop is None:
        return None
    entry = published.shops.get(shop)
    if entry is None:
        raise NotFound("shop-not-found")
    return stock.document(shop, demonstration=entry["demonstration"])
