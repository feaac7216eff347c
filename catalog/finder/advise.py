"""The answer to a customer's need, complete: what `POST /api/v1/finder` gives, without the revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from catalog.model import LANGUAGES
from catalog.reference import Reference

from .answers import AnswersError, parse
from .apart import benefits
from .aside import Aside
from .explain import sentences
from .knowledge import Knowledge
from .rank import rank
from .shelf import candidates as candidate_products
from .shelf import shelf

DEFAULT_LIMIT, MOST = 10, 100


def advise(  # noqa: PLR0913 - one keyword for each part of the request and of the house
    document: Mapping[str, Any],
    shop: str | None,
    answers: Any,
    stock: Mapping[str, Any] | None = None,
    limit: int = DEFAULT_LIMIT,
    lang: str = "fr",
    candidates: Any = None,
    asides: Mapping[str, Any] | None = None,
    *,
    reference: Reference,
    knowledge: Knowledge,
) -> dict[str, Any]:
    """Return the advice for one customer, over a shop's products or over pieces given inline.

    ``document`` is a revision's, ``stock`` the shop's stock document, ``answers`` and ``candidates`` as they came in;
    ``asides`` may hold what else is asked: ``why``, ``refine`` and ``alternatives``.
    Raises AnswersError for what cannot be used, and KeyError where the document has no such shop.
    """
    finder = document["finder"]
    parsed = parse(answers, finder)
    _check(limit, lang)
    if candidates is None:
        products, counted = shelf(document, shop), stock
    else:
        products, counted = candidate_products(candidates, knowledge, reference), None
    aside = Aside(finder, products, parsed, counted, limit, lang, _currency(document, shop))
    told = aside.answer(asides or {})
    return {**advise_over(finder, products, parsed, counted, limit, lang), **told}


def advise_over(
    finder: Mapping[str, Any],
    products: Sequence[Mapping[str, Any]],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None,
    limit: int,
    lang: str,
    *,
    ask: bool = True,
) -> dict[str, Any]:
    """Return the advice over these products, for parsed answers; unless ``ask``, without the next question."""
    ranking = rank(finder, products, answers, stock, limit, ask=ask)
    by_ref = {product["ref"]: product for product in products}
    pieces = [(by_ref[each["ref"]], each) for each in ranking["results"]]
    results = [_result(finder, product, each, answers, stock, lang) for product, each in pieces]
    if "comparing" in finder:
        for result, benefit in zip(results, benefits(finder, pieces, answers, lang), strict=True):
            result["say"]["benefit"] = benefit
    return {
        "remaining": ranking["remaining"],
        "results": results,
        "relaxations": ranking["relaxations"],
        "next_question": ranking["next_question"],
        "needs": ranking["needs"],
        "felt_c": ranking["felt_c"],
    }


def _result(
    finder: Mapping[str, Any],
    product: Mapping[str, Any],
    ranked: Mapping[str, Any],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None,
    lang: str,
) -> dict[str, Any]:
    said = sentences(finder, product, ranked, answers, lang)
    return {
        "ref": product["ref"],
        "name": product["name"],
        "brand": product["brand"],
        "category": product["category"],
        "audience": product["audience"],
        "score": ranked["score"],
        "word": next(word["id"] for word in finder["parameters"]["words"] if ranked["score"] >= word["from"]),
        "reasons": said["reasons"],
        "cautions": said["cautions"],
        "unknown": said["unknown"],
        "say": said["say"],
        "size": {
            "fits": ranked["fits"],
            "stock": ranked["in_stock"],
            "counted_at": _counted_at(product, ranked["fits"], stock),
        },
        "price_cents": ranked["price_cents"],
        "gauges": product["gauges"],
        "properties": product["properties"],
    }


def _currency(document: Mapping[str, Any], shop: str | None) -> str:
    return next((str(place["currency"]) for place in document["shops"] if place["id"] == shop), "EUR")


def _counted_at(product: Mapping[str, Any], fits: list[str], stock: Mapping[str, Any] | None) -> str | None:
    """Return the oldest count among the variants meant: the claim is as old as its oldest part."""
    levels = {} if stock is None else stock["levels"]
    meant = [each for each in product["variants"] if not fits or each["size"] in fits]
    return min((levels[each["gtin"]]["counted_at"] for each in meant if each["gtin"] in levels), default=None)


def _check(limit: Any, lang: Any) -> None:
    errors = []
    if isinstance(limit, bool) or not isinstance(limit, int) or not 1 <= limit <= MOST:
        errors.append(("limit", {"fr": f"De 1 à {MOST}.", "en": f"From 1 to {MOST}."}))
    if lang not in LANGUAGES:
        listed = ", ".join(LANGUAGES)
        errors.append(("lang", {"fr": f"Choisissez parmi\u202f: {listed}.", "en": f"Choose one of: {listed}."}))
    if errors:
        raise AnswersError(errors)
