"""Which missing or guessed fact could have changed the first three pieces of one piece of advice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .estimates import ESTIMATE, is_estimated
from .evaluate import MILLION, SILENT, UNKNOWN, Standing, accepted, order, standings
from .request import Request, prepare

FIRST = 3
"""How many pieces a seller shows: an unknown further down that cannot come up costs nobody anything."""
_BEST, _WORST = 100, 0


@dataclass(frozen=True, slots=True)
class Lost:
    """A fact of a piece that nobody states; with ``estimated`` a rule guesses it."""

    ref: str
    attribute: str
    estimated: bool


def lost(finder: Mapping[str, Any], products: Sequence[Mapping[str, Any]], answers: Mapping[str, Any]) -> set[Lost]:
    """Return the facts that kept a piece from being proven: were one known, other pieces could stand first.

    For each piece that breaks no hard wish, each fact that is unknown or only estimated is taken once at its best and
    once at its worst in all criteria that rest on it, all else as it is: it counts where the piece would then enter the
    first three, or leave them. ``answers`` are parsed.
    """
    asked = prepare(finder, answers, None)
    best = accepted(standings(asked, products))
    return {found for place, standing in enumerate(best) for found in _of_piece(asked, standing, place, best)}


def _of_piece(asked: Request, standing: Standing, place: int, best: Sequence[Standing]) -> Iterator[Lost]:
    everything = {index for index, _, _ in standing.terms}
    if place >= FIRST and _order(asked, standing, everything, _BEST) > order(best[FIRST - 1]):
        return  # were all of it at its best, it would still not come up
    for found, indexes in _doubtful(asked, standing).items():
        if _could_change(asked, standing, indexes, place, best):
            yield found


def _doubtful(asked: Request, standing: Standing) -> dict[Lost, set[int]]:
    """Return what nobody states of a piece, each with the criteria asked that rest on it."""
    criteria, product = asked.finder["criteria"], standing.product
    seen = {index: product["verdicts"][index] for _, index in asked.must_not}
    seen |= {index: degree for index, _, degree in standing.terms if index != SILENT}
    found: dict[Lost, set[int]] = {}
    for index, degree in seen.items():
        guessed = degree >= 0 and is_estimated(criteria[index], product)
        name = _attribute(criteria[index], product, guessed=guessed) if guessed or degree == UNKNOWN else None
        if name:
            fact = Lost(product["ref"], name, estimated=name in product["properties"])
            found.setdefault(fact, set()).add(index)
    return found


def _attribute(criterion: Mapping[str, Any], product: Mapping[str, Any], *, guessed: bool) -> str | None:
    """Name the first property of a criterion that the piece has not; where one is estimated that decides, this one."""
    known, names = product["properties"], criterion["properties"]
    absent = next((name for name in names if name not in known), None)
    if not guessed:
        return absent
    return next((name for name in names if name in known and known[name]["provenance"] == ESTIMATE), absent)


def _could_change(asked: Request, standing: Standing, about: set[int], place: int, best: Sequence[Standing]) -> bool:
    if place >= FIRST:
        return _order(asked, standing, about, _BEST) < order(best[FIRST - 1])
    if about & _hard(asked):
        return len(best) > FIRST or standing.unknown_wishes > 0
    return len(best) > FIRST and _order(asked, standing, about, _WORST) > order(best[FIRST])


def _hard(asked: Request) -> set[int]:
    return {index for _, index in (*asked.must, *asked.must_not)}


def _order(asked: Request, standing: Standing, about: set[int], degree: int) -> tuple[bool, int, int, int, int, str]:
    """Return where the piece would stand with some criteria at a degree."""
    unknown_degree = asked.parameters["unknown_degree"]
    total = gained = 0
    for index, weight, now in standing.terms:
        told = degree if index in about else unknown_degree if now == UNKNOWN else now
        total, gained = total + weight, gained + weight * told
    exact = gained * MILLION // total if total else 0
    child, unknown, _, price, _, ref = order(standing)
    settled = sum(1 for index in about & _hard(asked) if standing.product["verdicts"][index] == UNKNOWN)
    return child, unknown - settled, -(exact // MILLION), price, -exact, ref
