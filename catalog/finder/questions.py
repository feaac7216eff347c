"""Which question to ask next: the one whose answer changes the advice most. One that changes nothing is never asked.

The piece and what it is for come first, then the conditions, then what limits the choice, wishes last: their `stage`. A
limit always changes the list, and to ask what matters most before asking what for is to let the customer do the
seller's work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .evaluate import Standing, accepted, standings
from .needs import holds
from .request import Request, with_answer

POOL = 30
"""How many of the products proposed now are ranked again for each possible answer."""
TOP = 3
_PLACES = (3, 2, 1)
SIZES = 6
WISHES, SIZE = "wishes", "size"


def next_question(asked: Request, best: Sequence[Standing]) -> str | None:
    """Return the id of the open question with the greatest expected change of the first three, or ``None``.

    Each possible answer counts alike; a place lost at the top counts more than one below. Equal questions are asked in
    the order of the knowledge. A question is only asked where none of an earlier stage changes anything.
    """
    questions = [each for each in asked.finder["questions"] if _open(asked, each)]
    stages = sorted({each["stage"] for each in questions})
    found = (_foremost(asked, best, [each for each in questions if each["stage"] == stage]) for stage in stages)
    return next((each for each in found if each is not None), None)


def _foremost(asked: Request, best: Sequence[Standing], questions: Sequence[Mapping[str, Any]]) -> str | None:
    pool = [each.product for each in best[:POOL]]
    now = [each.product["ref"] for each in best[:TOP]]
    chosen, most = None, 0
    for question in questions:
        changes = [_change(asked, pool, now, question, value) for value in _answers(question, best[:POOL])]
        known = [change for change in changes if change is not None]
        expected = sum(known) * 100 // len(known) if known else 0
        if expected > most:
            chosen, most = question["id"], expected
    return chosen


def _open(asked: Request, question: Mapping[str, Any]) -> bool:
    if question["kind"] == SIZE and asked.kinds <= asked.sizes.keys():
        return False
    return asked.answers.get(question["id"]) is None and holds(question["when"], asked.now.context)


def _answers(question: Mapping[str, Any], best: Sequence[Standing]) -> list[Any]:
    """Return the answers to try: those of the question, or what the products at hand make possible."""
    if question["id"] == "budget_cents":
        prices = sorted(each.price_cents for each in best if each.price_cents is not None)
        return [prices[len(prices) * share // 4] for share in (1, 2, 3)] if prices else []
    if question["kind"] == SIZE:
        counts: dict[str, int] = {}
        for each in best:
            for size in {variant["size"] for variant in each.product["variants"]}:
                counts[size] = counts.get(size, 0) + 1
        return sorted(counts, key=lambda size: (-counts[size], size))[:SIZES]
    return list(question["probe"]) or [answer["id"] for answer in question["answers"]]


def _change(
    asked: Request, pool: Sequence[Mapping[str, Any]], now: Sequence[str], question: Mapping[str, Any], value: Any
) -> int | None:
    """Return how much the first places change, or ``None`` where the answer leaves nothing to propose."""
    answered = with_answer(asked, question["id"], [value] if question["kind"] == WISHES else value)
    then = accepted(standings(answered, pool))
    if not then:
        return None
    refs = [each.product["ref"] for each in then[:TOP]]
    return sum(weight for weight, was, new in zip(_PLACES, now, _padded(refs, len(now)), strict=False) if was != new)


def _padded(refs: list[str], length: int) -> list[str]:
    return refs + [""] * (length - len(refs))
