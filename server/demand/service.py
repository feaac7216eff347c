"""Advice and outcomes: written down in the event's own transaction, never added up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from server.database import db
from server.events import kinds
from server.events.models import Event

from .models import Advice, AdvisedPiece, AdvisedWish, Outcome, OutcomePiece
from .schemas import AdviceEventSchema, OutcomeEventSchema

WORDS = ("activity", "wanted", "weather", "effort", "duration", "audience", "size")
FIGURES = ("temperature_c", "wind_kmh", "budget_cents")
WISHES = ("must", "must_not", "prefer")


def take_advice(event: Event) -> None:
    """Write down a need and what was proposed for it."""
    said = event.payload
    answers = said["answers"]
    db.session.add(
        Advice(
            event_id=event.id,
            shop_id=event.shop_id,
            happened_at=event.happened_at,
            local_day=local_day(event),
            **{name: said[name] for name in ("source", "lang", "revision", "remaining")},
            **{name: _text(answers.get(name)) for name in WORDS},
            **{name: _whole(answers.get(name)) for name in FIGURES},
            here=said.get("here"),
            unmet=unmet(said),
        )
    )
    for place, piece in enumerate(said["proposed"], start=1):
        db.session.add(AdvisedPiece(event_id=event.id, place=place, ref=piece["ref"], score=piece.get("score")))
    for strength, wish in _wishes(said):
        db.session.add(AdvisedWish(event_id=event.id, strength=strength, wish=wish))


def unmet(said: Mapping[str, Any]) -> str | None:
    """Return what the shop could not give: nothing at all, nothing here in the size, or only with a wish let go."""
    if said["remaining"] == 0:
        return "empty"
    if said["answers"].get("size") and said.get("here") == 0:
        return "out-of-size"
    return "relaxed" if said["relaxed"] else None


def _wishes(said: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return each wish once, with how much it counted."""
    given = {(strength, wish) for strength in WISHES for wish in said["answers"].get(strength) or () if _text(wish)}
    return sorted(given | {("relaxed", name) for name in said["relaxed"]})


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _whole(value: Any) -> int | None:
    return round(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def take_outcome(event: Event) -> None:
    """Write down what came of an advice; a later one about the same advice takes its place."""
    said = event.payload
    db.session.add(
        Outcome(
            event_id=event.id,
            shop_id=event.shop_id,
            advice_id=said["advice"],
            seq=event.seq,
            local_day=local_day(event),
            **{name: said[name] for name in ("result", "reason", "visitor")},
        )
    )
    for ref in sorted(set(said["refs"])):
        db.session.add(OutcomePiece(event_id=event.id, ref=ref))


def local_day(event: Event) -> str:
    """Return the date on the shop's wall when it happened."""
    return datetime.fromisoformat(event.local_time).date().isoformat()


def standing(shop_id: str) -> sa.Select[Outcome]:
    """Select the outcomes of a shop that stand: of several about one advice only the last that the phone recorded."""
    of_one_advice = sa.func.coalesce(Outcome.advice_id, Outcome.event_id)
    rank = sa.func.row_number().over(partition_by=of_one_advice, order_by=(Outcome.seq.desc(), Outcome.event_id.desc()))
    ranked = sa.select(Outcome.event_id, rank.label("rank")).where(Outcome.shop_id == shop_id).subquery()
    return sa.select(Outcome).join(ranked, ranked.c.event_id == Outcome.event_id).where(ranked.c.rank == 1)


def init_app() -> None:
    """Let advice and outcomes be taken as events."""
    kinds.register("advice", 1, AdviceEventSchema, take_advice)
    kinds.register("outcome", 1, OutcomeEventSchema, take_outcome)
