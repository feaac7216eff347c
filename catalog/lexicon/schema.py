"""The shape of the lexicon's files."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from catalog.yamlschema import Strict, whole, words

_STEERING = (
    "not not_too indifferent must prefer correction but with and or free of other_piece to until in at filler paid"
)
_UNITS = (
    "minus degree fahrenheit below_zero kmh mph euro money litre year month_unit day night week hour cm metre foot "
    "gram other_unit layers half"
)
_LIMITS = "max about min between budget size shoe_size hand_size system size_weak measure"
_DATES = "age is_age date month ordinal ago ago_after clock"
ROLES = frozenset(f"{_STEERING} {_UNITS} {_LIMITS} {_DATES}".split())
"""What a phrase can do to its neighbours; pwa/src/words reads them."""


def _phrases(*known: str) -> fields.Dict:
    keys = fields.String(validate=validate.OneOf(known)) if known else fields.String()
    return fields.Dict(keys=keys, values=words(), load_default=dict)


class Beside(Schema):
    """What a word says alone, and beside another piece."""

    alone = fields.String(load_default=None)
    beside = fields.String(required=True)
    form = fields.String(validate=validate.OneOf(["feature", "quality"]), load_default="feature")


class InPiece(Schema):
    """What a wish says of some pieces instead."""

    wish = fields.String(required=True)
    pieces = words(required=True)


class SharedFile(Schema):
    """shared.yaml: phrases of every language, and the rules between answers."""

    features = _phrases()
    sizes = _phrases()
    roles = _phrases(*sorted(ROLES))
    soft = words(required=True)
    animal = words(required=True)
    refused = fields.Dict(keys=fields.String(), values=fields.Dict(keys=fields.String(), values=fields.String()))
    made_for = fields.Dict(keys=fields.String(), values=fields.Dict(keys=fields.String(), values=fields.String()))
    in_piece = fields.Dict(keys=fields.String(), values=fields.Nested(InPiece), load_default=dict)
    winter = words(required=True)


class LookalikesFile(Schema):
    """lookalikes.yaml: frequent words of each language that are no slip of a word of the lexicon."""

    fr = words(required=True)
    en = words(required=True)
    de = words(required=True)
    it = words(required=True)
    es = words(required=True)


class LanguageFile(Schema):
    """fr.yaml and its sisters: for each answer the phrases that say it."""

    wanted = _phrases()
    same = _phrases()
    activity = _phrases()
    weather = _phrases()
    humid = _phrases("true", "false")
    effort = _phrases()
    duration = _phrases()
    nights_in = _phrases()
    audience = _phrases()
    child_of = _phrases("men", "women")
    colour = _phrases()
    shades = words(load_default=list)
    season = _phrases("winter", "summer")
    beside = fields.Dict(keys=fields.String(), values=fields.Nested(Beside), load_default=dict)
    says: Any = fields.Dict(
        keys=fields.String(), values=fields.Dict(keys=fields.String(), values=fields.String()), load_default=dict
    )
    features = _phrases()
    qualities = _phrases()
    feelings = _phrases()
    opposites = _phrases()
    vegan = words(load_default=list)
    aside = words(load_default=list)
    roles = _phrases(*sorted(ROLES))
    sizes = _phrases()
    numbers = fields.Dict(keys=fields.String(), values=whole(), required=True)
    unlike = words(load_default=list)
    compounds = Strict(load_default=False)
