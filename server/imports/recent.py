"""What customers really asked for lately, and what they would be told: needs alone, nothing of who or when."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa

from catalog.finder import regression
from catalog.finder.answers import AnswersError
from catalog.finder.shelf import fill
from catalog.finder.summary import summary
from server.database import db
from server.demand.models import Advice
from server.events.models import Event

LOOKED_AT = 2_000
"""Advices read back from the newest, of all shops: some busy days."""
MOST = 200
"""Distinct needs that are asked again."""
SECONDS = 5.0
"""How long they may take on each side. Those that were not reached are counted, not guessed."""
Told = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Need:
    """Answers that were given in a shop, and how often lately. Each need is its own key."""

    shop: str
    answers: Mapping[str, Any]
    times: int


def needs() -> list[Need]:
    """Return the distinct needs of the latest advices, the latest first."""
    statement = (
        sa.select(Event.shop_id, Event.payload)
        .join(Advice, Advice.event_id == Event.id)
        .order_by(Advice.happened_at.desc(), Event.id)
        .limit(LOOKED_AT)
    )
    found: dict[tuple[str, bytes], int] = {}
    for shop, payload in db.session.execute(statement):
        said = {name: value for name, value in payload["answers"].items() if value not in (None, [], {})}
        if said:
            key = (shop, orjson.dumps(said, option=orjson.OPT_SORT_KEYS))
            found[key] = found.get(key, 0) + 1
    return [Need(shop, orjson.loads(answers), times) for (shop, answers), times in found.items()][:MOST]


def ask(document: Mapping[str, Any], wanted: Sequence[Need]) -> dict[Need, Told]:
    """Return what each need is told by a document, as far as the time goes; none where its words are unknown."""
    shops = {place["id"] for place in document["shops"]}
    shelves = {shop: fill(document, shop) for shop in {need.shop for need in wanted} & shops}
    deadline, told = time.monotonic() + SECONDS, dict[Need, Told]()
    for need in wanted:
        if time.monotonic() > deadline:
            break
        if need.shop in shelves:
            answer = _told(document, shelves[need.shop], need)
            if answer is not None:
                told[need] = answer
    return told


def _told(document: Mapping[str, Any], shelf: Sequence[Any], need: Need) -> Told | None:
    try:
        return regression.told_first(document["finder"], shelf, need.answers)
    except AnswersError:  # the words of an older or a newer program
        return None


def report(
    wanted: Sequence[Need], before: Mapping[Need, Told], after: Mapping[Need, Told], document: Mapping[str, Any]
) -> dict[str, Any]:
    """Return how many were asked again, and who would get other pieces first, side by side."""
    both = [need for need in wanted if need in before and need in after]
    changed = [need for need in both if regression.refs(before[need]) != regression.refs(after[need])]
    return {
        "found": len(wanted),
        "asked": len(both),
        "changed_count": len(changed),
        "changed": [
            {
                "shop": need.shop,
                "says": summary(document, need.answers),
                "times": need.times,
                "before": before[need]["first"],
                "after": after[need]["first"],
                "because": after[need]["because"],
            }
            for need in sorted(changed, key=lambda need: -need.times)
        ],
    }
