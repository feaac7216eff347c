"""The cards of a shop: made once a revision, weighed each hour by what customers ask, with the answers given since."""

from __future__ import annotations

import threading
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from catalog.canonical import content_hash
from catalog.training import Answered, Card, answer_cards, deck, weigh
from server import knowledge
from server.catalogue import documents
from server.catalogue.documents import Document
from server.catalogue.service import Published
from server.database import db, now, rfc3339
from server.questions.models import Question

from . import demand

MOST_ANSWERS = 100
"""What a team can still learn: the newest of the answered questions."""
State = tuple[Any, ...]
_lock = threading.RLock()


def document(published: Published, shop: str, lang: str) -> Document:
    """Return the cards of a shop in one language, made anew where the hour or the answers are others.

    Its tag names the cards alone: an hour in which nothing changed is a 304.
    """
    hour = _hour()
    state = (hour, *_answers_state(shop))
    key = ("training", shop, lang)
    held: tuple[State, Document] | None = published.memory.get(key)
    if held is None or held[0] != state:
        with _lock:  # a team that wakes together must not each make the same
            held = published.memory.get(key)
            if held is None or held[0] != state:
                held = published.memory[key] = (state, _packed(published, shop, lang, hour))
    return held[1]


def of_shop(published: Published, shop: str) -> list[Card]:
    """Return all cards of a shop: those of the published assortment, and those of questions answered since."""
    return [*_made(published, shop), *answer_cards(published.document, _answered(shop), knowledge.training())]


def weights(published: Published, shop: str, cards: list[Card]) -> dict[str, int]:
    """Return the weight of each card by what customers of the shop asked for up to this hour."""
    finder = published.document["finder"]
    return weigh(cards, demand.asked(shop, _hour(), finder), demand.expected(finder))


def _packed(published: Published, shop: str, lang: str, hour: datetime) -> Document:
    cards = of_shop(published, shop)
    by_id = weights(published, shop, cards)
    shown = [card.shown(lang, by_id[card.id]) for card in cards]
    head = {"revision": published.revision, "as_of": rfc3339(hour), "lang": lang}
    tag = f"training-{shop}-{lang}-{published.revision}-{content_hash(shown)[:16]}"
    return documents.pack({**head, "cards": shown}, tag)


def _made(published: Published, shop: str) -> list[Card]:
    """Return the cards of the assortment; like the revision, they live until the next one."""
    key = ("training-deck", shop)
    with _lock:
        if key not in published.memory:
            published.memory[key] = deck(published.document, shop, knowledge.training())
        made: list[Card] = published.memory[key]
    return made


def _hour() -> datetime:
    return now().replace(minute=0, second=0, microsecond=0)


def _answers_state(shop: str) -> State:
    """Return what changes with each answer: how many there are, and when the last was given."""
    told = sa.select(sa.func.count(), sa.func.max(Question.answered_at))
    return tuple(db.session.execute(told.where(Question.shop_id == shop, Question.answer.is_not(None))).one())


def _answered(shop: str) -> list[Answered]:
    newest = (
        sa.select(Question)
        .where(Question.shop_id == shop, Question.answer.is_not(None))
        .order_by(Question.answered_at.desc(), Question.id.desc())
        .limit(MOST_ANSWERS)
    )
    return [
        Answered(row.id, row.question, row.answer or "", row.answered_role or "", row.ref, row.answers)
        for row in db.session.scalars(newest)
    ]
