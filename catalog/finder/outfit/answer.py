"""The outfit with its words: what `POST /api/v1/outfits` gives, without the revision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.finder.answers import AnswersError, parse
from catalog.finder.explain import sentences
from catalog.finder.rank import rank
from catalog.finder.shelf import shelf
from catalog.text import localise

from .compose import Composer, composer
from .plan import wearer
from .report import report

HIGHEST_BUDGET = 10_000_000
_MOST_SLOTS = 40
_OF_THE_PERSON = frozenset({"must", "must_not", "audience", "size", "sizes"})


def outfit(
    document: Mapping[str, Any],
    shop: str | None,
    answers: Any,
    stock: Mapping[str, Any] | None = None,
    lang: str = "fr",
    *,
    budget_cents: Any = None,
    fixed: Any = None,
    without: Any = None,
) -> dict[str, Any]:
    """Return the outfit for one customer from a shop's products.

    Without a budget of its own, the one among the answers counts, for the whole. Raises AnswersError for what cannot be
    used, and KeyError where the document has no such shop.
    """
    finder = document["finder"]
    parsed = parse(answers, finder)
    _check(budget_cents, fixed, without)
    budget = parsed.get("budget_cents") if budget_cents is None else budget_cents
    if budget is not None and shop is None:
        fr = "Avec un budget, indiquez le magasin : les prix sont les siens."
        raise AnswersError([("shop", {"fr": fr, "en": "With a budget, name the shop: prices are its own."})])
    products = shelf(document, shop)
    made = composer(finder, products, parsed, stock, fixed or {}, without or ())
    return _spoken(made, report(made, budget), document, parsed, lang)


def _check(budget: Any, fixed: Any, without: Any) -> None:
    errors = []
    whole = isinstance(budget, int) and not isinstance(budget, bool) and 0 <= budget <= HIGHEST_BUDGET
    if budget is not None and not whole:
        fr = f"Donnez un nombre entier de 0 à {HIGHEST_BUDGET}."
        errors.append(("budget_cents", {"fr": fr, "en": f"Give a whole number from 0 to {HIGHEST_BUDGET}."}))
    if fixed is not None and not (isinstance(fixed, Mapping) and all(isinstance(ref, str) for ref in fixed.values())):
        errors.append(("fixed", {"fr": "Donnez une référence par place.", "en": "Give a reference by place."}))
    if without is not None and not (
        isinstance(without, list) and len(without) <= _MOST_SLOTS and all(isinstance(each, str) for each in without)
    ):
        errors.append(("without", {"fr": "Donnez une liste de places.", "en": "Give a list of places."}))
    if errors:
        raise AnswersError(errors)


def _spoken(
    made: Composer, found: dict[str, Any], document: Mapping[str, Any], answers: Mapping[str, Any], lang: str
) -> dict[str, Any]:
    """Put names, words and reasons to the pieces, and the reason to each place."""
    finder = document["finder"]
    rules = finder["outfits"]["slots"]
    asked, _ = wearer(finder["outfits"], answers)
    for slot, rule, index in zip(found["slots"], rules, range(len(rules)), strict=True):
        slot["label"] = localise(rule["label"], lang)
        row = rule["rows"][slot.pop("row")]
        slot["why"], slot["source"] = localise(row["why"], lang), row["source"]
        by_ref = {piece.ref: piece.product for piece in made.candidates(index)}
        for piece in [each for each in (slot["piece"], *slot["alternatives"]) if each]:
            _name(piece, by_ref[piece["ref"]], finder, lang)
        if slot["piece"]:
            slot["piece"]["say"] = _say(finder, by_ref[slot["piece"]["ref"]], asked, lang)
    return {**found, "word": _word(finder, found["score"])}


def _name(piece: dict[str, Any], product: Mapping[str, Any], finder: Mapping[str, Any], lang: str) -> None:
    colours = product.get("colours", [])
    place = piece["colour"]
    piece["colour"] = localise(colours[place], lang) if place is not None and place < len(colours) else None
    piece |= {"name": product["name"], "brand": product["brand"], "category": product["category"]}
    piece["word"] = _word(finder, piece["score"])


def _word(finder: Mapping[str, Any], score: int) -> str:
    return str(next(word["id"] for word in finder["parameters"]["words"] if score >= word["from"]))


def _say(finder: Mapping[str, Any], product: Mapping[str, Any], answers: Mapping[str, Any], lang: str) -> Any:
    """Return the three sentences for one piece: ranked alone, so that its own reasons speak."""
    open_answers = {key: value for key, value in answers.items() if key not in _OF_THE_PERSON}
    open_answers["wanted"] = product["category"]
    ranking = rank(finder, [product], open_answers, None, 1)
    return sentences(finder, product, ranking["results"][0], open_answers, lang)["say"] if ranking["results"] else None
