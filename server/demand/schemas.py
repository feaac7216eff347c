"""An advice and an outcome as phones send them."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from server import schemas as common
from server.events.schemas import UUID7
from server.schemas import FullMatch, Schema, whole

from .models import REASONS, RESULTS, SOURCES, VISITORS

MOST_ANSWERS = 40
MOST_WORDS = 40
MOST_LETTERS = 64
MOST_PROPOSED = 10
MOST_REFS = 20
MOST_PIECES = 1_000_000
LARGEST = 2**31 - 1


def _word(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= MOST_LETTERS and value.isprintable()


def _plain(value: Any) -> bool:
    """Tell whether a value is one that a question can be answered with: nothing nested, no long text."""
    if isinstance(value, list):
        return len(value) <= MOST_WORDS and all(map(_word, value))
    if isinstance(value, dict):
        return len(value) <= MOST_WORDS and all(_word(key) and _word(word) for key, word in value.items())
    if isinstance(value, (int, float)):
        return abs(value) <= LARGEST
    return value is None or _word(value)


def _is_need(given: dict[str, Any]) -> None:
    if len(given) > MOST_ANSWERS or not all(_word(key) and _plain(answer) for key, answer in given.items()):
        raise ma.ValidationError("Not a valid mapping type.")


def answers_field(**kwargs: Any) -> ma.fields.Dict:
    """Return a field for answers to the finder's questions, of any revision: a phone may be one behind or before."""
    return ma.fields.Dict(ma.fields.Str(), ma.fields.Raw(allow_none=True), validate=_is_need, **kwargs)


class ProposedSchema(Schema):
    ref = common.text(100, minimum=1, required=True)
    score = whole(0, 100, allow_none=True)


class AdviceEventSchema(Schema):
    """One customer's need, noted when it is over: the final answers, and what was proposed for them."""

    answers = answers_field(required=True)
    lang = common.language(required=True)
    revision = whole(0, LARGEST, required=True)
    source = ma.fields.Str(required=True, validate=ma.validate.OneOf(SOURCES))
    proposed = ma.fields.List(
        ma.fields.Nested(ProposedSchema), required=True, validate=ma.validate.Length(max=MOST_PROPOSED)
    )
    remaining = whole(0, MOST_PIECES, required=True)
    here = whole(0, MOST_PIECES, allow_none=True)
    relaxed = ma.fields.List(
        common.text(MOST_LETTERS, minimum=1), required=True, validate=ma.validate.Length(max=MOST_WORDS)
    )
    next = common.text(MOST_LETTERS, minimum=1, allow_none=True)


class OutcomeEventSchema(Schema):
    """What came of an advice; ``reason`` says why somebody left, and only that."""

    advice = ma.fields.Str(required=True, allow_none=True, validate=FullMatch(UUID7, error="uuid7"))
    result = ma.fields.Str(required=True, validate=ma.validate.OneOf(RESULTS))
    reason = ma.fields.Str(required=True, allow_none=True, validate=ma.validate.OneOf(REASONS))
    refs = ma.fields.List(common.text(100, minimum=1), required=True, validate=ma.validate.Length(max=MOST_REFS))
    visitor = ma.fields.Str(required=True, allow_none=True, validate=ma.validate.OneOf(VISITORS))

    @ma.validates_schema
    def _reason_of_leaving(self, data: dict[str, Any], **_: Any) -> None:
        if data.get("reason") is not None and data.get("result") != "left":
            raise ma.ValidationError("Not a valid choice.", "reason")
