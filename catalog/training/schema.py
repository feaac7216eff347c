"""The forms of the files in ``catalog/data/training``."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from catalog.yamlschema import Scalar, Text, kebab, snake, whole, words

ROOM = "training"
MODES = ("best", "has", "value")
MOST_WRONG = 3
"""A card has at most four choices: one screen, read at a glance."""


class Anything(fields.Field[Any]):
    """Answers as a customer's request writes them: the finder's own reader checks them."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> Any:
        return value


class NeedSchema(Schema):
    """A customer: what is said, what it means, and among which pieces the finder then decides."""

    id = kebab(required=True)
    says = Text(required=True)
    answers = Anything(required=True)
    kinds = words(required=True, validate=validate.Length(min=1))


class NeedsSchema(Schema):
    needs = fields.List(fields.Nested(NeedSchema), required=True)


class RuleSchema(Schema):
    """A rule as a question: one right answer, others that are surely wrong, and what it all rests on."""

    id = kebab(required=True)
    family = kebab(required=True)
    activity = kebab()
    condition = kebab()
    categories = words(data_key="for")
    rests = words(required=True, validate=validate.Length(min=1))
    asks = Text(required=True)
    right = Text(required=True)
    wrong = fields.List(Text(), required=True, validate=validate.Length(min=1, max=MOST_WRONG))
    why = Text(required=True)


class ChillSchema(Schema):
    temperature_c = whole(required=True)
    wind_kmh = whole(required=True)


class RulesSchema(Schema):
    rules = fields.List(fields.Nested(RuleSchema), required=True)
    chill = fields.List(fields.Nested(ChillSchema), required=True)


class FactSchema(Schema):
    """A question about one attribute: whose value is the ``best``, who ``has`` it, or which ``value`` a piece has.

    ``among``: lists of categories whose pieces are asked about together. ``is``: the value that the right piece has,
    ``not``: those that the others have. ``least_percent``: how far the best is from the next. ``alike`` bounds how
    far the pieces may differ otherwise. ``gives_away`` are words of names that tell which is right, ``rules_out`` those
    that tell which is not; ``unless``: technologies with which the answer is less plain than the attribute says;
    ``kin``: by a word of the name, how the wrong values begin too.
    """

    id = kebab(required=True)
    attribute = snake(required=True)
    mode = fields.String(required=True, validate=validate.OneOf(MODES))
    among = fields.List(words(validate=validate.Length(min=1)), required=True)
    most = fields.String(validate=validate.OneOf(("low", "high")))
    least_percent = whole(load_default=15)
    alike = fields.Dict(snake(), whole())
    is_ = Scalar(data_key="is")
    others = fields.List(Scalar(), data_key="not")
    gives_away = words(load_default=list)
    rules_out = words(load_default=list)
    unless = words(load_default=list)
    kin = fields.Dict(fields.String(), fields.String(), load_default=dict)
    asks = Text(required=True)
    why = Text(required=True)


class FactsSchema(Schema):
    facts = fields.List(fields.Nested(FactSchema), required=True)


class TechnologySchema(Schema):
    technology = kebab(required=True)
    family = kebab(required=True)
    right = Text(required=True)
    wrong = fields.List(Text(), required=True, validate=validate.Length(min=1, max=MOST_WRONG))
    why = Text(required=True)


class TechnologiesSchema(Schema):
    technologies = fields.List(fields.Nested(TechnologySchema), required=True)


class ContrastSchema(Schema):
    question = Text(required=True)
    reason = Text(required=True)


class UntoldSchema(Schema):
    criterion = kebab(required=True)
    wrong = words()


class ApartSchema(Schema):
    least = whole(required=True)
    most = whole(required=True)


class RivalsSchema(Schema):
    categories = words(required=True, validate=validate.Length(min=2))
    which = Text(required=True)


class BySchema(Schema):
    manager = Text(required=True)
    brand = Text(required=True)


class AnswerSchema(Schema):
    question = Text(required=True)
    question_of = Text(required=True)
    known = Text(required=True)
    new = Text(required=True)
    label = Text(required=True)
    by = fields.Nested(BySchema, required=True)


class FactWordsSchema(Schema):
    """The reasons of fact questions, by mode."""

    best = Text(required=True)
    has = Text(required=True)
    value = Text(required=True)
    and_ = Text(required=True, data_key="and")


class ChillWordsSchema(Schema):
    question = Text(required=True)
    choice = Text(required=True)
    reason = Text(required=True)


class WordsSchema(Schema):
    """Templates of questions and reasons."""

    technology = Text(required=True)
    chill = fields.Nested(ChillWordsSchema, required=True)
    fact = fields.Nested(FactWordsSchema, required=True)
    numbers = fields.Dict(fields.String(), Text(), required=True)
    labels = fields.Dict(kebab(), Text(), required=True)
    answer = fields.Nested(AnswerSchema, required=True)
    contrast = fields.Nested(ContrastSchema, required=True)
    untold = fields.List(fields.Nested(UntoldSchema), required=True)
    apart = fields.Dict(snake(), fields.Nested(ApartSchema), required=True)
    which = fields.Dict(kebab(), Text(), required=True)
    rivals = fields.List(fields.Nested(RivalsSchema), required=True)
    together = fields.List(fields.Nested(RivalsSchema), required=True)
