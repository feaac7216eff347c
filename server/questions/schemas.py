"""Questions and remarks as phones send them, and what managers and phones read."""

from __future__ import annotations

import marshmallow as ma

from server import schemas as common
from server.demand.schemas import answers_field
from server.schemas import Moment, Schema, answered, maybe

from .models import ABOUT

MOST_LETTERS = 500
MOST_ANSWER_LETTERS = 1000


class QuestionEventSchema(Schema):
    question = common.text(MOST_LETTERS, minimum=1, required=True)
    ref = common.text(100, minimum=1, allow_none=True)
    answers = answers_field(allow_none=True)


class RemarkEventSchema(Schema):
    text = common.text(MOST_LETTERS, minimum=1, required=True)
    ref = common.text(100, minimum=1, allow_none=True)
    about = ma.fields.Str(required=True, validate=ma.validate.OneOf(ABOUT))


class QuestionSchema(ma.Schema):
    """A question; ``answer`` is null until somebody has answered. ``answers`` is the need it was asked in."""

    id = answered()
    asked_at = answered(Moment)
    question = answered()
    ref = maybe(ma.fields.Str)
    answers = maybe(ma.fields.Dict)
    answer = maybe(ma.fields.Str)
    answered_at = maybe(Moment)
    answered_role = maybe(ma.fields.Str, metadata={"description": "`manager` is the shop, other roles the brand."})


class QuestionsSchema(ma.Schema):
    """The newest questions of a shop, newest first."""

    shop = answered()
    questions = ma.fields.List(ma.fields.Nested(QuestionSchema), required=True)


class NewAnswerSchema(Schema):
    answer = common.text(MOST_ANSWER_LETTERS, minimum=1, required=True)


class RemarksQuery(Schema):
    cursor = common.text(36, metadata={"description": "The `next_cursor` of the page before."})
    limit = ma.fields.Int(load_default=50, validate=ma.validate.Range(1, 100))


class RemarkSchema(ma.Schema):
    id = answered()
    said_at = answered(Moment)
    text = answered()
    about = ma.fields.Str(required=True, validate=ma.validate.OneOf(ABOUT))
    ref = maybe(ma.fields.Str)


class RemarksSchema(ma.Schema):
    """A page of remarks, newest first."""

    items = ma.fields.List(ma.fields.Nested(RemarkSchema), required=True)
    next_cursor = maybe(ma.fields.Str)
