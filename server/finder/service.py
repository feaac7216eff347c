"""Advice from the published revision and the shop's stock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.finder import advise as catalog_advise
from catalog.finder.answers import AnswersError
from catalog.finder.aside import NAMES as ASIDES
from server.catalogue.service import Published, current
from server.errors import Invalid, NotFound
from server.knowledge import knowledge_of, reference
from server.language import spoken
from server.stock import service as stock


def advise(question: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return the advice for a question. Raise ``NotFound`` for an unknown shop, ``Invalid`` for what cannot be used."""
    published = current()
    shop, candidates = question.get("shop"), question.get("candidates")
    counted = _stock(published, shop)
    try:
        advice = catalog_advise(
            published.document,
            shop,
            question["answers"],
            counted,
            question["limit"],
            lang,
            candidates=candidates,
            asides={name: question.get(name) for name in ASIDES},
            reference=reference(),
            knowledge=knowledge_of(published.document),
        )
    except AnswersError as problem:
        raise Invalid((field, message[spoken()]) for field, message in problem.errors) from None
    return {"revision": published.revision, **advice}


def _stock(published: Published, shop: str | None) -> dict[str, Any] | None:
    if shop is None:
        return None
    entry = published.shops.get(shop)
    if entry is None:
        raise NotFound("shop-not-found")
    return stock.document(shop, demonstration=entry["demonstration"])
