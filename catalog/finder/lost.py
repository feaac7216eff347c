"""Which missing or guessed fact could have changed the first three pieces of one piece of advice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .estimates import ESTIMATE, is_estimated
from .evaluate import MILLION, SILENT, UNKNOWN, Standing, accepted, order, standings
from .request import Request, prepare

FIRST = 3
"""How many pieces a seller shows: an unknown further down that cannot come up costs nobody anything."""
_BEST, _WORST = 100, 0
Order = tuple[bool, int, int, int, int, str]


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
    shown = _Shown(asked, best)
    return {found for place, standing in enumerate(best) for found in _of_piece(shown, standing, place)}


class _Shown:
    """The first pieces of an advice, and what another one must beat to stand among them."""

    def __init__(self, asked: Request, best: Sequence[Standing]) -> None:
        self.asked = asked
        self.are_more = len(best) > FIRST
        self.last = order(best[FIRST - 1]) if len(best) >= FIRST else None
        self.next = order(best[FIRST]) if self.are_more else None
        self.hard = frozenset(index for _, index in (*asked.must, *asked.must_not))

    def order(self, standing: Standing, about: Collection[int], degree: int) -> Order:
        """Return where a piece would stand with some criteria at a degree."""
        unknown_degree = self.asked.parameters["unknown_degree"]
        total = gained = 0
        for index, weight, now in standing.terms:
            told = degree if index in about else unknown_degree if now == UNKNOWN else now
            total, gained = total + weight, gained + weight * told
        exact = gained * MILLION // total if total else 0
        child, unknown, _, price, _, ref = order(standing)
        verdicts = standing.product["verdicts"]
        settled = sum(1 for index in about if index in self.hard and verdicts[index] == UNKNOWN)
        return child, unknown - settled, -(exact // MILLION), price, -exact, ref

    def comes_up(self, standing: Standing, about: Collection[int]) -> bool:
        """Tell whether a piece that is not shown would be, were these criteria at their best."""
        return self.last is not None and self.order(standing, about, _BEST) < self.last

    def falls_out(self, standing: Standing, about: Collection[int]) -> bool:
        """Tell whether a piece that is shown would not be, were these criteria at their worst."""
        if not self.hard.isdisjoint(about):
            return self.are_more or standing.unknown_wishes > 0
        return self.next is not None and self.order(standing, about, _WORST) > self.next


def _of_piece(shown: _Shown, standing: Standing, place: int) -> Iterator[Lost]:
    doubtful = _doubtful(shown.asked, standing)
    if place < FIRST:
        yield from (found for found, about in doubtful.items() if shown.falls_out(standing, about))
    elif doubtful and shown.comes_up(standing, {index for about in doubtful.values() for index in about}):
        # Only then may one of them alone bring it up.
        yield from (found for found, about in doubtful.items() if shown.comes_up(standing, about))


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
