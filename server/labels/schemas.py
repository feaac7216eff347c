"""What labels are asked for."""

from __future__ import annotations

import marshmallow as ma

from server import schemas as common
from server.customer.words import SPOKEN
from server.schemas import Schema, answered, maybe

from .choice import ALL, CHANGED_PRICES, NEW
from .formats import FORMATS

MOST_LABELS = 1_200
"""What one request may make: half a minute of a small processor."""


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
        validate=ma.validate.OneOf((ALL, CHANGED_PRICES, NEW)),
        metadata={"description": "`changed-prices` and `new` compare with the revision `since`."},
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


class LabelsPreviewSchema(ma.Schema):
    """What would be printed; `first` is the first sheet as a PNG picture in base 64, null where there is none."""

    labels = answered(ma.fields.Int)
    sheets = answered(ma.fields.Int)
    most = answered(ma.fields.Int)
    first = maybe(ma.fields.Str)
