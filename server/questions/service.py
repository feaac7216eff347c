"""Keep questions and remarks, answer a question for all phones of its shop."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from server.accounts.identity import Identity
from server.database import db, now, rfc3339
from server.errors import NotFound
from server.events import kinds
from server.events.models import Event

from .models import Question, Remark
from .schemas import QuestionEventSchema, RemarkEventSchema

MOST_QUESTIONS = 300
"""What phones carry: a season of a small shop; more would only be scrolled past."""
Page = dict[str, Any]


def take_question(event: Event) -> None:
    """Write down a question that nobody could answer."""
    said = event.payload
    db.session.add(
        Question(
            id=event.id,
            shop_id=event.shop_id,
            asked_at=event.happened_at,
            question=said["question"],
            ref=said.get("ref"),
            answers=said.get("answers"),
        )
    )


def take_remark(event: Event) -> None:
    """Write down what a customer remarked."""
    said = event.payload
    db.session.add(
        Remark(
            id=event.id,
            shop_id=event.shop_id,
            said_at=event.happened_at,
            text=said["text"],
            about=said["about"],
            ref=said.get("ref"),
        )
    )


def document(shop_id: str) -> Page:
    """Return the newest questions of a shop as phones hold them; nobody's name is in it."""
    newest = (
        sa.select(Question)
        .where(Question.shop_id == shop_id)
        .order_by(Question.asked_at.desc(), Question.id.desc())
        .limit(MOST_QUESTIONS)
    )
    return {"shop": shop_id, "questions": [_shown(row) for row in db.session.scalars(newest)]}


def _shown(row: Question) -> Page:
    names = ("id", "question", "ref", "answers", "answer", "answered_role")
    moments = {
        "asked_at": rfc3339(row.asked_at),
        "answered_at": rfc3339(row.answered_at) if row.answered_at else None,
    }
    return {**{name: getattr(row, name) for name in names}, **moments}


def answer(shop_id: str, question_id: str, text: str, who: Identity) -> Page:
    """Answer a question, or answer it better. Raise ``NotFound`` where the shop has no such question."""
    row = db.session.get(Question, question_id)
    if row is None or row.shop_id != shop_id:
        raise NotFound("question-not-found")
    row.answer, row.answered_at = text, now()
    row.answered_role, row.answered_by = who.role, who.author
    db.session.commit()
    return _shown(row)


def remarks(shop_id: str, limit: int, cursor: str = "") -> Page:
    """Return a page of a shop's remarks, newest first, and the cursor of the next one."""
    query = sa.select(Remark).where(Remark.shop_id == shop_id).order_by(Remark.id.desc()).limit(limit + 1)
    found = list(db.session.scalars(query.where(Remark.id < cursor) if cursor else query))
    shown = found[:limit]
    return {"items": shown, "next_cursor": shown[-1].id if len(found) > limit else None}


def init_app() -> None:
    """Let questions and remarks be taken as events."""
    kinds.register("dont-know", 1, QuestionEventSchema, take_question)
    kinds.register("remark", 1, RemarkEventSchema, take_remark)
