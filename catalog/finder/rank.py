"""The ranking: one pure function from a finder, products, answers and stock to what the seller sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .estimates import ESTIMATE, is_estimated
from .evaluate import SILENT, UNKNOWN, Standing, Term, accepted, standings
from .needs import gauge_levels
from .questions import next_question
from .relax import relaxations
from .request import Request, active_for, prepare
from .words import leads

REASONS, CAUTIONS, ESTIMATES = 4, 3, 3
PEERS = 30
"""How many of the products proposed a piece is held against, to find what sets it apart."""


def rank(
    finder: Mapping[str, Any],
    products: Iterable[Mapping[str, Any]],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None = None,
    limit: int | None = None,
    *,
    ask: bool = True,
) -> dict[str, Any]:
    """Rank products (as in a shop's snapshot) for validated answers; ``limit`` bounds the results, not the counts.

    Unless ``ask``, the next question, which costs most of the time, is left out.
    Same finder, products, answers and stock give the same result, whatever the order of the products.
    """
    asked = prepare(finder, answers, stock)
    found = standings(asked, products)
    best = accepted(found)
    usual = _means(asked, best[:PEERS])
    return {
        "remaining": len(best),
        "results": [_ranked(asked, each, usual) for each in best[:limit]],
        "relaxations": relaxations(found),
        "next_question": next_question(asked, best) if ask else None,
        "needs": _needs(asked),
        "felt_c": asked.now.felt_c,
    }


def _means(asked: Request, peers: list[Standing]) -> dict[int, int]:
    """Return the mean degree of each criterion among the peers that it is asked of, rounded down."""
    sums: dict[int, tuple[int, int]] = {}
    for each in peers:
        for index, _, degree in each.terms:
            total, count = sums.get(index, (0, 0))
            sums[index] = total + (asked.parameters["unknown_degree"] if degree == UNKNOWN else degree), count + 1
    return {index: total // count for index, (total, count) in sums.items()}


def _ranked(asked: Request, standing: Standing, usual: Mapping[int, int]) -> dict[str, Any]:
    meets_from = asked.parameters["meets_from"]
    met = [term for term in standing.terms if term[2] >= meets_from]
    missed = [term for term in standing.terms if UNKNOWN < term[2] < meets_from]
    return {
        "ref": standing.product["ref"],
        "score": standing.score,
        "unknown_wishes": standing.unknown_wishes,
        "reasons": _reasons(asked, met, usual),
        "cautions": _foremost(asked, missed, CAUTIONS, lambda term: term[1] * (100 - term[2])),
        "unknown": _unknown(asked, standing),
        "fits": standing.fits,
        "in_stock": standing.in_stock,
        "price_cents": standing.price_cents,
    }


def _reasons(asked: Request, met: list[Term], usual: Mapping[int, int]) -> list[int]:
    """Return what speaks for it; where something clearly sets it apart from its peers, that first."""
    parameters = asked.parameters
    apart = {index: weight * (degree - usual.get(index, degree)) for index, weight, degree in met}
    share = {index: weight * degree + parameters["apart_weight"] * apart[index] for index, weight, degree in met}
    chosen = _foremost(asked, met, REASONS, lambda term: share[term[0]])
    loud = [index for index in chosen if leads(asked.finder, index) and apart[index] >= parameters["apart_from"]]
    if loud:
        foremost = max(loud, key=lambda index: apart[index])
        chosen.remove(foremost)
        chosen.insert(0, foremost)
    return chosen


def _foremost(asked: Request, terms: list[Term], count: int, share: Callable[[Term], int]) -> list[int]:
    """Return the criteria that weigh most in the score, one for each topic; the quiet ones only after all others."""
    criteria = asked.finder["criteria"]
    spoken = [term for term in terms if term[0] != SILENT]
    chosen: dict[str, int] = {}
    for index, _, _ in sorted(spoken, key=lambda term: (criteria[term[0]]["quiet"], -share(term), term[0])):
        chosen.setdefault(criteria[index]["topic"], index)
    return list(chosen.values())[:count]


def _unknown(asked: Request, standing: Standing) -> list[str]:
    """Name the properties that nobody states and that would have counted, the weightiest first.

    First those of which nothing is known; then a few that are only estimated.
    """
    product, criteria = standing.product, asked.finder["criteria"]
    terms = [(index, weight) for index, weight, degree in standing.terms if degree == UNKNOWN and index != SILENT]
    for _, index in asked.must_not:
        if product["verdicts"][index] == UNKNOWN:
            terms.append((index, criteria[index]["weight"]))
    absent = [name for index in _weightiest(terms) for name in _not_stated(product, criteria[index], absent=True)[:1]]
    guessed = [(index, weight) for index, weight, degree in standing.terms if index != SILENT and degree >= 0]
    guessed = [(index, weight) for index, weight in guessed if is_estimated(criteria[index], product)]
    names = [name for index in _weightiest(guessed) for name in _not_stated(product, criteria[index])[:1]]
    absent += list(dict.fromkeys(names))[:ESTIMATES]
    if asked.answers.get("budget_cents") is not None and standing.price_cents is None:
        absent.append("price_cents")
    return list(dict.fromkeys(absent))


def _weightiest(terms: list[tuple[int, int]]) -> list[int]:
    return [index for index, _ in sorted(terms, key=lambda term: (-term[1], term[0]))]


def _not_stated(product: Mapping[str, Any], criterion: Mapping[str, Any], *, absent: bool = False) -> list[str]:
    """Name the criterion's properties that the product has not, or (unless ``absent``) has only by an estimate."""
    known = product["properties"]
    return [
        name
        for name in criterion["properties"]
        if name not in known or (not absent and known[name]["provenance"] == ESTIMATE)
    ]


def _needs(asked: Request) -> dict[str, dict[str, int | None]]:
    families = sorted({asked.parameters["families"][category] for category in asked.universe})
    tables = asked.finder["needs"]
    for family in families:
        active_for(asked, family)
    return {family: gauge_levels(tables, asked.needs[family], family) for family in families}
