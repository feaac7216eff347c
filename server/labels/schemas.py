"""What labels are asked for."""

from __future__ import annotations

import marshmallow as ma

from server import schemas as common
from server.customer.words import SPOKEN
from server.schemas import Schema, answered, maybe

from .choice import ALL, WHICH
from .formats import FORMATS

MOST_LABELS = 1_200
"""What one file may hold: half a minute of a small processor. More labels come in several files of whole sheets."""
MOST_PARTS = 10_000


class LabelsSchema(Schema):
    """Which labels, on which paper. Categories, references and codes narrow the shop's range; none means all of it."""

    shop = common.identifier(required=True)
    format = ma.fields.Str(required=True, validate=ma.validate.OneOf(tuple(FORMATS)))
    lang = ma.fields.Str(load_default="fr", validate=ma.validate.OneOf(SPOKEN))
    categories = ma.fields.List(common.identifier(), load_default=list, validate=ma.validate.Length(max=100))
    refs = ma.fields.List(common.text(100, minimum=1), load_default=list, validate=ma.validate.Length(max=5_000))
    gtins = ma.fields.List(common.text(14, minimum=8), load_default=list, validate=ma.validate.Length(max=5_000))
    which = ma.fields.Str(
        data_key="only",
        load_default=ALL,
        validate=ma.validate.OneOf(WHICH),
        metadata={
            "description": "`due`: the labels in the shop say another price, or there is none yet. "
            "`changed-prices` and `new` compare with the revision `since`."
        },
    )
    since = common.whole(
        1,
        2**31 - 1,
        allow_none=True,
        load_default=None,
        metadata={"description": "A revision; by default the one before."},
    )
    copies = common.whole(1, 50, load_default=1)
    skip = common.whole(
        0, 23, load_default=0, metadata={"description": "Labels of the first sheet that are already used."}
    )
    part = common.whole(
        1, MOST_PARTS, load_default=1, metadata={"description": "Which of the files, where there are several."}
    )
    revision = common.whole(
        1,
        2**31 - 1,
        allow_none=True,
        load_default=None,
        metadata={"description": "The revision that was looked at; another one is refused as outdated."},
    )


class PrintedLabelsSchema(LabelsSchema):
    """The file that was printed: as it was asked for, of the revision that it was made of."""

    revision = common.whole(1, 2**31 - 1, required=True)


class LastPrintingSchema(ma.Schema):
    """The latest printing; `pieces` are those of which it is still the newest label."""

    run = answered()
    author = answered()
    at = answered(common.Moment)
    pieces = answered(ma.fields.Int)


class LabelsPreviewSchema(ma.Schema):
    """What would be printed; `first` is the first sheet as a PNG picture in base 64, null where there is none."""

    labels = answered(ma.fields.Int)
    sheets = answered(ma.fields.Int)
    most = answered(ma.fields.Int)
    parts = answered(ma.fields.Int, metadata={"description": "How many files; none holds more than `most` labels."})
    part_labels = answered(ma.fields.Int, metadata={"description": "The labels of this file."})
    due = answered(ma.fields.Int, metadata={"description": "How many labels of the whole shop are due."})
    revision = answered(ma.fields.Int)
    first = maybe(ma.fields.Str)
    last = ma.fields.Nested(LastPrintingSchema, required=True, allow_none=True)


class PrintingSchema(ma.Schema):
    """The id under which a printing can be put back."""

    run = answered()
