"""Reviews: each person's own; of the team, only how many have proven what."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import Any

import sqlalchemy as sa

from catalog.training import Card
from catalog.training.card import About
from server.accounts.models import Person
from server.catalogue.service import Published
from server.database import db, rfc3339
from server.events import kinds
from server.events.models import Event

from . import cards
from .models import TrainingReview
from .schemas import TrainingEventSchema

MOST_REVIEWS = 20_000
"""More than a season of one eager person: 100 cards a day for six months."""
PROVEN = (2, 3)
"""A place is proven by who answered this share of its cards rightly the last time."""
SMALLEST_TEAM = 3
"""In a smaller team a number would be about a person."""
TEAM = ("seller", "manager")


def take(event: Event) -> None:
    """Write down a review of a person; a machine learns nothing."""
    if event.author_id is None:
        return
    said = event.payload
    db.session.add(
        TrainingReview(
            event_id=event.id,
            person_id=event.author_id,
            shop_id=event.shop_id,
            reviewed_at=event.happened_at,
            **{name: said[name] for name in ("card", "version", "rating", "correct")},
        )
    )


def mine(person_id: str | None) -> list[dict[str, Any]]:
    """Return the reviews of one person, in their order."""
    if person_id is None:
        return []
    newest = (
        sa.select(TrainingReview)
        .where(TrainingReview.person_id == person_id)
        .order_by(TrainingReview.reviewed_at.desc(), TrainingReview.event_id.desc())
        .limit(MOST_REVIEWS)
    )
    return [_shown(row) for row in reversed(list(db.session.scalars(newest)))]


def _shown(row: TrainingReview) -> dict[str, Any]:
    names = ("card", "version", "rating", "correct")
    return {**{name: getattr(row, name) for name in names}, "at": rfc3339(row.reviewed_at)}


def state(person_id: str | None) -> str:
    """Return what changes with each review of a person, and is another person's never."""
    number, last = db.session.execute(
        sa.select(sa.func.count(), sa.func.max(TrainingReview.event_id)).where(TrainingReview.person_id == person_id)
    ).one()
    return hashlib.sha256(f"{person_id} {number} {last}".encode()).hexdigest()[:32]


def coverage(published: Published, shop: str) -> dict[str, Any]:
    """Return how far the team of a shop has come, place by place; nothing in it is about a person."""
    team = set(db.session.scalars(_team(shop)))
    known = cards.of_shop(published, shop)
    weights = cards.weights(published, shop, known)
    by_place: dict[About, list[Card]] = defaultdict(list)
    for card in known:
        by_place[card.about].append(card)
    right = _right(shop, team)
    return {
        "revision": published.revision,
        "team": len(team),
        "cells": [
            {
                "about": about,
                "cards": len(inside),
                "weight": round(sum(weights[card.id] for card in inside) / len(inside)),
                "proven": None if len(team) < SMALLEST_TEAM else _proven(inside, right),
            }
            for about, inside in sorted(by_place.items(), key=lambda each: _place(each[0]))
        ],
    }


def _proven(inside: list[Card], right: dict[str, set[tuple[str, str]]]) -> int:
    """Count the people who have proven a place, by the cards as they are now."""
    asked = {(card.id, card.version) for card in inside}
    return sum(len(asked & known) * PROVEN[1] >= len(asked) * PROVEN[0] for known in right.values())


def _right(shop: str, team: set[str]) -> dict[str, set[tuple[str, str]]]:
    """Return of each person the cards, in their versions, that were answered rightly the last time."""
    order = (TrainingReview.reviewed_at.desc(), TrainingReview.event_id.desc())
    rank = sa.func.row_number().over(partition_by=(TrainingReview.person_id, TrainingReview.card), order_by=order)
    ranked = sa.select(TrainingReview, rank.label("rank")).where(TrainingReview.shop_id == shop).subquery()
    last = sa.select(ranked.c.person_id, ranked.c.card, ranked.c.version).where(ranked.c.rank == 1, ranked.c.correct)
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for person, card, version in db.session.execute(last):
        if person in team:
            found[person].add((card, version))
    return found


def _team(shop: str) -> sa.Select[str]:
    return sa.select(Person.id).where(Person.shop_id == shop, Person.role.in_(TEAM), Person.ended_at.is_(None))


def _place(about: About) -> tuple[str, str, str]:
    return (about.family or "", about.activity or "", about.condition or "")


def init_app() -> None:
    """Let reviews be taken as events."""
    kinds.register("training", 1, TrainingEventSchema, take)
