"""The ranking: one pure function from a finder, products, answers and stock to what the seller sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .evaluate import SILENT, UNKNOWN, Standing, Term, accepted, standings
from .needs import gauge_levels
from .questions import next_question
from .relax import relaxations
from .request import Request, active_for, prepare

REASONS, CAUTIONS = 4, 3


def rank(
    finder: Mapping[str, Any],
    products: Iterable[Mapping[str, Any]],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None = None,
    limit: int | None = None,
) -> dict[str, Any]:
    """Rank products (as in a shop's snapshot) for validated answers; ``limit`` bounds the results, not the counts.

    Same finder, products, answers and stock give the same result, whatever the order of the products.
    """
    asked = prepare(finder, answers, stock)
    found = standings(asked, products)
    best = accepted(found)
    return {
        "remaining": len(best),
        "results": [_ranked(asked, each) for each in best[:limit]],
        "relaxations": relaxations(found),
        "next_question": next_question(asked, best),
        "needs": _needs(asked),
        "felt_c": asked.now.felt_c,
    }


def _ranked(asked: Request, standing: Standing) -> dict[str, Any]:
    meets_from = asked.parameters["meets_from"]
    met = [term for term in standing.terms if term[2] >= meets_from]
    missed = [term for term in standing.terms if UNKNOWN < term[2] < meets_from]
    return {
        "ref": standing.product["ref"],
        "score": standing.score,
        "unknown_wishes": standing.unknown_wishes,
        "reasons": _foremost(asked, met, REASONS, lambda term: term[1] * term[2]),
        "cautions": _foremost(asked, missed, CAUTIONS, lambda term: term[1] * (100 - term[2])),
        "unknown": _unknown(asked, standing),
        "fits": standing.fits,
        "in_stock": standing.in_stock,
        "price_cents": standing.price_cents,
    }


def _foremost(asked: Request, terms: list[Term], count: int, share: Callable[[Term], int]) -> list[int]:
    """Return the criteria that weigh most in the score, one for each topic; the quiet ones only after all others."""
    criteria = asked.finder["criteria"]
    spoken = [term for term in terms if term[0] != SILENT]
    chosen: dict[str, int] = {}
    for index, _, _ in sorted(spoken, key=lambda term: (criteria[term[0]]["quiet"], -share(term), term[0])):
        chosen.setdefault(criteria[index]["topic"], index)
    return list(chosen.values())[:count]


def _unknown(asked: Request, standing: Standing) -> list[str]:
    """Name the properties that are not known and would have counted, the weightiest first."""
    product, criteria = standing.product, asked.finder["criteria"]
    terms = [(index, weight) for index, weight, degree in standing.terms if degree == UNKNOWN and index != SILENT]
    for _, index in asked.must_not:
        if product["verdicts"][index] == UNKNOWN:
            terms.append((index, criteria[index]["weight"]))
    absent = []
    for index, _ in sorted(terms, key=lambda term: (-term[1], term[0])):
        absent += [name for name in criteria[index]["properties"] if name not in product["properties"]][:1]
    if asked.answers.get("budget_cents") is not None and standing.price_cents is None:
        absent.append("price_cents")
    return list(dict.fromkeys(absent))


def _needs(asked: Request) -> dict[str, dict[str, int | None]]:
    families = sorted({asked.parameters["families"][category] for category in asked.universe})
    tables = asked.finder["needs"]
    for family in families:
        active_for(asked, family)
    return {family: gauge_levels(tables, asked.needs[family], family) for family in families}
