"""A review as phones send it; cards, own reviews and the team's coverage as they read them."""

from __future__ import annotations

import marshmallow as ma

from catalog.model import PROVENANCES
from catalog.training.card import KINDS, SPOKEN, VERSION_DIGITS
from server import schemas as common
from server.schemas import FullMatch, Moment, Schema, answered, maybe, whole

LONGEST_CARD_ID = 240
LONGEST_MS = 24 * 60 * 60 * 1000
AGAIN, EASY = 1, 4
CARD_ID = FullMatch(r"^[a-z0-9]+(-[a-z0-9]+)*$", error="kebab-case")


class TrainingEventSchema(Schema):
    """One review: ``rating`` as spaced repetition counts it, 1 again, 2 hard, 3 good, 4 easy."""

    card = ma.fields.Str(required=True, validate=[ma.validate.Length(1, LONGEST_CARD_ID), CARD_ID])
    version = ma.fields.Str(required=True, validate=FullMatch(r"^[0-9a-f]{8,16}$"))
    rating = whole(AGAIN, EASY, required=True)
    correct = common.flag(required=True)
    took_ms = whole(0, LONGEST_MS, required=True)


class CardsQuery(Schema):
    shop = common.identifier(required=True, metadata={"description": "The caller's shop."})
    lang = ma.fields.Str(load_default=SPOKEN[0], validate=ma.validate.OneOf(SPOKEN))


class CoverageQuery(Schema):
    shop = common.identifier(required=True)


class TrainingAboutSchema(ma.Schema):
    """Where a card lies on the map of what a seller has to know; ids of the finder's questions and families."""

    activity = maybe(ma.fields.Str)
    condition = maybe(ma.fields.Str, metadata={"description": "As `weather` in the finder's answers."})
    family = maybe(ma.fields.Str)


class TrainingChoiceSchema(ma.Schema):
    id = answered()
    text = answered()
    ref = maybe(ma.fields.Str, metadata={"description": "The piece of the shop that it stands for."})


class TrainingFactSchema(ma.Schema):
    """A value that the card rests on. It is never an estimate."""

    ref = maybe(ma.fields.Str)
    attribute = answered()
    label = answered()
    value = ma.fields.Raw(required=True, metadata={"type": ["boolean", "integer", "string"]})
    text = answered(metadata={"description": "The value as it is spoken, with its unit."})
    provenance = ma.fields.Str(
        required=True,
        validate=ma.validate.OneOf(("rule", "answer", *(each for each in PROVENANCES if each != "estimate"))),
    )
    source = answered()


class TrainingCardSchema(ma.Schema):
    """One question with exactly one right choice. A card whose version changed is to be learnt anew.

    The choices of an `answer` card are `known` and `new`: can you answer it? Its reason is the answer that was given.
    """

    id = answered()
    version = answered(metadata={"pattern": f"^[0-9a-f]{{{VERSION_DIGITS}}}$"})
    kind = ma.fields.Str(required=True, validate=ma.validate.OneOf(KINDS))
    about = ma.fields.Nested(TrainingAboutSchema, required=True)
    question = answered()
    choices = ma.fields.List(ma.fields.Nested(TrainingChoiceSchema), required=True)
    right = answered()
    reason = answered(metadata={"description": "Why, in the words of a good seller."})
    facts = ma.fields.List(ma.fields.Nested(TrainingFactSchema), required=True)
    weight = ma.fields.Int(
        required=True, metadata={"description": "1 to 100: 100 is about what customers of the shop ask for most."}
    )


class TrainingCardsSchema(ma.Schema):
    """All cards of a shop in one language; `as_of` is the hour up to which customers' questions were counted."""

    revision = answered(ma.fields.Int)
    as_of = answered(Moment)
    lang = answered()
    cards = ma.fields.List(ma.fields.Nested(TrainingCardSchema), required=True)


class TrainingReviewSchema(ma.Schema):
    card = answered()
    version = answered()
    rating = answered(ma.fields.Int)
    correct = answered(ma.fields.Bool)
    at = answered(Moment)


class TrainingReviewsSchema(ma.Schema):
    """The caller's own reviews, in the order in which they were given."""

    reviews = ma.fields.List(ma.fields.Nested(TrainingReviewSchema), required=True)


class TrainingCellSchema(ma.Schema):
    """One place of the map: how many cards it has, and how many of the team have proven it."""

    about = ma.fields.Nested(TrainingAboutSchema, required=True)
    cards = answered(ma.fields.Int)
    weight = answered(ma.fields.Int)
    proven = maybe(
        ma.fields.Int, metadata={"description": "People, without names; null where the team is too small to count."}
    )


class TrainingCoverageSchema(ma.Schema):
    """How far the team has come, place by place. It says nothing of any person."""

    revision = answered(ma.fields.Int)
    team = answered(ma.fields.Int, metadata={"description": "How many people of the shop have an entry now."})
    cells = ma.fields.List(ma.fields.Nested(TrainingCellSchema), required=True)
