"""What a shop's customers asked for in the last weeks: the weight of its cards."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from catalog.training import Demand
from server import knowledge
from server.database import db
from server.demand.models import Advice

WEEKS = timedelta(days=28)


def asked(shop_id: str, until: datetime, finder: dict[str, Any]) -> Demand:
    """Return how often customers of a shop asked for each activity and family in the 28 days before ``until``."""
    recent = sa.and_(Advice.shop_id == shop_id, Advice.happened_at >= until - WEEKS, Advice.happened_at < until)
    activities: Counter[str] = Counter()
    families: Counter[str] = Counter()
    rows = db.session.execute(
        sa.select(Advice.activity, Advice.wanted, sa.func.count())
        .where(recent)
        .group_by(Advice.activity, Advice.wanted)
    )
    for activity, wanted, number in rows:
        _count(activities, families, finder, (activity, wanted), number)
    return Demand(activities, families)


def expected(finder: dict[str, Any]) -> Demand:
    """Return what the sample customers ask for: what to expect where nobody has asked yet."""
    activities: Counter[str] = Counter()
    families: Counter[str] = Counter()
    for sample in knowledge.samples():
        answers = sample["answers"]
        _count(activities, families, finder, (answers.get("activity"), answers.get("wanted")), 1)
    return Demand(activities, families)


def _count(
    activities: Counter[str], families: Counter[str], finder: dict[str, Any], said: tuple[Any, Any], number: int
) -> None:
    """Count an activity that the finder knows, and every family that what was wanted stands for."""
    activity, wanted = said
    if activity in {
        each["id"] for question in finder["questions"] if question["id"] == "activity" for each in question["answers"]
    }:
        activities[activity] += number
    parameters = finder["parameters"]
    categories = [wanted] if wanted in parameters["families"] else parameters["groups"].get(wanted, ())
    for family in {parameters["families"][category] for category in categories}:
        families[family] += number
