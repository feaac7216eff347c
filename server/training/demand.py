"""What a shop's customers asked for in the last weeks: the weight of its cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

import sqlalchemy as sa

from catalog.training import Demand
from server import knowledge
from server.database import db
from server.demand.models import Advice

WEEKS = timedelta(days=28)


def asked(shop_id: str, until: datetime, finder: Mapping[str, Any]) -> Demand:
    """Return how often customers of a shop asked for each activity and family in the 28 days before ``until``."""
    recent = (Advice.shop_id == shop_id, Advice.happened_at >= until - WEEKS, Advice.happened_at < until)
    columns = (Advice.activity, Advice.wanted)
    tally = _Tally(finder)
    for activity, wanted, number in db.session.execute(
        sa.select(*columns, sa.func.count()).where(*recent).group_by(*columns).order_by(*columns)
    ):
        tally.add(activity, wanted, number)
    return tally.demand()


def expected(finder: Mapping[str, Any]) -> Demand:
    """Return what the sample customers ask for: what to expect where nobody has asked yet."""
    tally = _Tally(finder)
    for sample in knowledge.samples():
        tally.add(sample["answers"].get("activity"), sample["answers"].get("wanted"), 1)
    return tally.demand()


class _Tally:
    """Counts what was asked by activity and family, as far as the finder knows it: a phone may be a revision behind."""

    def __init__(self, finder: Mapping[str, Any]) -> None:
        self._finder = finder
        self._activities: Counter[str] = Counter()
        self._families: dict[str, float] = {}

    def add(self, activity: Any, wanted: Any, number: int) -> None:
        """Count a need; a group counts for each of its families by the share of its categories."""
        if activity in self._known:
            self._activities[activity] += number
        parameters = self._finder["parameters"]
        families: Mapping[str, str] = parameters["families"]
        categories = [wanted] if wanted in families else parameters["groups"].get(wanted, ())
        for category in categories:
            family = families[category]
            self._families[family] = self._families.get(family, 0) + number / len(categories)

    def demand(self) -> Demand:
        """Return what was counted."""
        return Demand(self._activities, self._families)

    @cached_property
    def _known(self) -> frozenset[str]:
        question = next(each for each in self._finder["questions"] if each["id"] == "activity")
        return frozenset(each["id"] for each in question["answers"])
