"""The needs of the last days: what customers asked for, each once with how often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
import sqlalchemy as sa

from catalog.finder.answers import AnswersError, parse
from catalog.model import Text
from catalog.text import localise
from server import knowledge
from server.database import db
from server.demand.models import Advice
from server.events.models import Event
from server.language import SPOKEN

MOST = 400
"""How many different needs are worked through, the most frequent first: each is held against the whole range."""


@dataclass(frozen=True, slots=True)
class Need:
    """Parsed answers, how many pieces of advice asked them, and in a few words what they ask."""

    answers: Mapping[str, Any]
    times: int
    says: Text


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: ``advices`` recorded, ``unread`` of them by phones whose words this revision no longer knows."""

    needs: Sequence[Need]
    advices: int
    unread: int
    examined: int


def count(shop: str, since: datetime) -> int:
    """Return how many pieces of advice a shop recorded since a moment."""
    chosen = sa.select(sa.func.count()).select_from(Advice).where(Advice.shop_id == shop, Advice.happened_at >= since)
    return db.session.scalar(chosen) or 0


def recorded(shop: str, since: datetime, document: Mapping[str, Any]) -> Asked:
    """Return what customers of a shop asked since a moment, the most frequent needs first."""
    finder = document["finder"]
    chosen = (
        sa.select(Event.payload)
        .join(Advice, Advice.event_id == Event.id)
        .where(Advice.shop_id == shop, Advice.happened_at >= since)
        .order_by(Advice.happened_at, Event.id)
    )
    times: dict[bytes, int] = {}
    advices = unread = 0
    for payload in db.session.scalars(chosen):
        advices += 1
        answers = _readable(payload["answers"], finder)
        if answers is None:
            unread += 1
            continue
        key = orjson.dumps(answers, option=orjson.OPT_SORT_KEYS)
        times[key] = times.get(key, 0) + 1
    frequent = sorted(times.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    needs = [_need(orjson.loads(key), number, document) for key, number in frequent]
    return Asked(needs, advices, unread, sum(need.times for need in needs))


def expected(finder: Mapping[str, Any]) -> Asked:
    """Return what the sample customers ask of the range: what to expect where nobody has asked yet."""
    needs = []
    for sample in knowledge.samples():
        answers = None if "candidates" in sample else _readable(sample["answers"], finder)
        if answers is not None:
            needs.append(Need(answers, 1, sample["says"]))
    return Asked(needs, 0, 0, len(needs))


def _need(answers: Mapping[str, Any], times: int, document: Mapping[str, Any]) -> Need:
    return Need(answers, times, {lang: _says(answers, document, lang) for lang in SPOKEN})


def _readable(answers: Mapping[str, Any], finder: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the answers as the ranking takes them, without those this revision does not know; ``None`` for none."""
    try:
        return parse(answers, finder)
    except AnswersError as error:
        wrong = {field.split(".")[1] for field, _ in error.errors if "." in field}
        kept = {name: value for name, value in answers.items() if name not in wrong}
    try:
        return parse(kept, finder) or None
    except AnswersError:
        return None


def _says(answers: Mapping[str, Any], document: Mapping[str, Any], lang: str) -> str:
    """Return a need in a few words: what was answered, wished and given as a figure."""
    return " · ".join(_words(answers, document, lang))


def _words(answers: Mapping[str, Any], document: Mapping[str, Any], lang: str) -> Iterator[str]:
    categories = {each["id"]: each["label"] for each in document["categories"]}
    for question in document["finder"]["questions"]:
        value = answers.get(question["id"])
        labels = {each["id"]: each["short"] for each in question.get("answers") or ()}
        if isinstance(value, str) and (value in labels or value in categories):
            yield str(localise(labels.get(value) or categories[value], lang))
    wishes = {wish["id"]: wish["label"] for wish in document["finder"]["wishes"]}
    for strength in ("must", "must_not", "prefer"):
        for wish in answers.get(strength, ()):
            sign = {"must": "✓ ", "must_not": "✕ ", "prefer": ""}[strength]
            yield sign + str(localise(wishes.get(wish, wish), lang))
    if "temperature_c" in answers:
        yield f"{answers['temperature_c']}\u202f°C".replace("-", "\u2212")
    if "size" in answers:
        yield str(answers["size"])
    if "budget_cents" in answers:
        yield f"≤ {answers['budget_cents'] // 100}\u202f€"
