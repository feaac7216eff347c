"""A size question and its answer."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from catalog.sizing.chart import MEASURES, MOST_MM, MOST_ROWS
from server import schemas as common
from server.schemas import Schema, answered

STATUSES = ("exact", "between", "out_of_range", "conflict")
_MILLIMETRES = {"type": "number", "exclusiveMinimum": 0, "maximum": MOST_MM}
_INTERVAL = {
    "description": "Millimetres: a number, or a range with both ends.",
    "oneOf": [
        _MILLIMETRES,
        {"type": "array", "prefixItems": [_MILLIMETRES, _MILLIMETRES], "minItems": 2, "maxItems": 2},
    ],
}


def _number(low: float, high: float, **kwargs: Any) -> ma.fields.Field[Any]:
    return Number(validate=ma.validate.Range(low, high), **kwargs)


class Number(ma.fields.Float):
    """A JSON number; a text that looks like one is refused."""

    def _validated(self, value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.make_error("invalid", input=value)
        return value

    def _format_num(self, value: Any) -> Any:
        """Write an integer as it is: 950, not 950.0."""
        return value


class Interval(ma.fields.Raw):
    """A number or a range; read by the sizing itself, which names the row and the reason."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(metadata=_INTERVAL, **kwargs)


class MeasurementsSchema(Schema):
    """Body measurements in millimetres."""

    error_messages = {"unknown": f"Unknown measure. Known: {', '.join(MEASURES)}."}  # noqa: RUF012


for _measure in MEASURES:
    MeasurementsSchema._declared_fields[_measure] = _number(1, MOST_MM)


class RowSchema(ma.Schema):
    """A size with its measurements; systems such as ``eu`` or ``us`` may stand beside them."""

    class Meta:  # noqa: D106
        unknown = ma.INCLUDE

    size = common.text(40, minimum=1, required=True)


for _measure in MEASURES:
    RowSchema._declared_fields[_measure] = Interval()


class ChartSchema(ma.Schema):
    """A size chart that comes with the question; what else it says of itself is not read."""

    class Meta:  # noqa: D106
        unknown = ma.EXCLUDE

    rows = ma.fields.List(ma.fields.Nested(RowSchema), required=True, validate=ma.validate.Length(1, MOST_ROWS))
    rule = ma.fields.Str(validate=ma.validate.Length(max=2000))
    label = common.text(120)
    garment = common.text(40)
    audience = common.audience()


class UsualSchema(Schema):
    system = common.text(
        20, required=True, metadata={"description": "EU, FR, DE, IT, ES, UK, US, INTL, mondopoint, cm."}
    )
    size = common.text(20, required=True, minimum=1)


class SizeQuestionSchema(Schema):
    """A piece (``ref``) or a chart, and what is known of the wearer: measurements, a usual size, or an age."""

    ref = common.text(100, minimum=1)
    chart = ma.fields.Nested(ChartSchema)
    measurements_mm = ma.fields.Nested(MeasurementsSchema)
    usual = ma.fields.Nested(UsualSchema)
    layering = common.text(
        200, metadata={"description": "What is worn below: none, light, fleece, down, or in words: over a fleece."}
    )
    age_years = _number(0, 120)
    growth = ma.fields.Bool(truthy={True}, falsy={False}, metadata={"description": "Leave room to grow."})
    audience = common.audience()
    category = common.identifier()
    shop = common.text(
        100, minimum=1, metadata={"description": "A shop whose try-ons of the piece count as well (with ref)."}
    )
    lang = common.language()


class ReadingSchema(ma.Schema):
    measure = answered()
    value = answered(Number)
    status = answered()
    sizes = ma.fields.List(ma.fields.Str(), required=True)
    beyond = answered(
        Number, metadata={"description": "How far outside the chart: above the largest, or below (negative)."}
    )


class TriedSchema(ma.Schema):
    """How many try-ons in the shop asked for a smaller size than the stated one, for that one, for a larger one."""

    count = answered(ma.fields.Int)
    smaller = answered(ma.fields.Int)
    right = answered(ma.fields.Int)
    larger = answered(ma.fields.Int)


class SizeAnswerSchema(ma.Schema):
    """The size, or why there is none; ``provenance`` says what the chart is worth."""

    size = ma.fields.Str(required=True, allow_none=True)
    status = ma.fields.Str(required=True, validate=ma.validate.OneOf(STATUSES))
    alternatives = ma.fields.List(ma.fields.Str(), required=True)
    message = answered()
    fit_note = ma.fields.Str(required=True, allow_none=True)
    provenance = answered()
    needs = ma.fields.List(ma.fields.Str(), metadata={"description": "Measurements that would decide."})
    details = ma.fields.List(ma.fields.Nested(ReadingSchema))
    try_ons = ma.fields.Nested(TriedSchema, allow_none=True)
