"""A question for an outfit, and the outfit."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from server import schemas as common
from server.catalogue.schemas import ColourSchema
from server.finder.schemas import ANSWERS, SaySchema
from server.schemas import Moment, Schema, answered, maybe

HIGHEST_BUDGET = 10_000_000
MOST_SLOTS = 40
_BUDGET: dict[str, Any] = {
    "type": "integer",
    "minimum": 0,
    "maximum": HIGHEST_BUDGET,
    "description": "What the whole may cost; without it, the budget among the answers counts for the whole.",
}
_FIXED: dict[str, Any] = {
    "type": "object",
    "additionalProperties": {"type": "string"},
    "description": "Pieces that the customer chose: a reference by slot.",
}
_WITHOUT: dict[str, Any] = {
    "type": "array",
    "items": {"type": "string"},
    "maxItems": MOST_SLOTS,
    "description": "Slots of which the customer has a piece already.",
}


class OutfitQuestionSchema(Schema):
    """Answers as for the finder (what is wanted is ignored), the total, and what is settled already."""

    shop = common.identifier(metadata={"description": "Whose assortment, prices and stock; else the first."})
    lang = common.language()
    answers = ma.fields.Raw(load_default=dict, metadata=ANSWERS)
    budget_cents = ma.fields.Raw(allow_none=True, metadata=_BUDGET)
    fixed = ma.fields.Raw(allow_none=True, metadata=_FIXED)
    without = ma.fields.Raw(allow_none=True, metadata=_WITHOUT)


class _PieceSchema(ma.Schema):
    """One product in the variant proposed; ``size_to_choose`` where nobody said the size."""

    ref = answered()
    name = answered()
    brand = answered()
    category = answered()
    score = answered(ma.fields.Int)
    word = answered(metadata={"description": "ideal, very-good, suits or compromise."})
    unknown_wishes = answered(ma.fields.Int)
    price_cents = maybe(ma.fields.Int)
    reference_price_cents = maybe(ma.fields.Int)
    gtin = maybe(ma.fields.Str)
    size = maybe(ma.fields.Str)
    colour = ma.fields.Nested(ColourSchema, required=True, allow_none=True)
    size_to_choose = answered(ma.fields.Bool)
    stock = maybe(ma.fields.Int, metadata={"description": "Counted in the shop; null where never counted."})
    counted_at = maybe(Moment)


class PieceSchema(_PieceSchema):
    """The piece proposed, with what to say of it."""

    say = ma.fields.Nested(SaySchema, required=True, allow_none=True)


class AlternativeSchema(_PieceSchema):
    """Another piece for the slot, the others kept; ``drops``: slots it makes superfluous, ``opens``: that it leaves."""

    price_difference_cents = maybe(ma.fields.Int)
    total_cents = maybe(ma.fields.Int)
    drops = ma.fields.List(ma.fields.Str(), required=True)
    opens = ma.fields.List(ma.fields.Str(), required=True)


class SlotSchema(ma.Schema):
    """One place of the outfit, and why it is needed or not."""

    id = answered()
    label = answered()
    needed = answered(metadata={"description": "required, useful or none."})
    why = answered()
    source = ma.fields.List(ma.fields.Str(), required=True)
    weight = answered(ma.fields.Int)
    owned = answered(ma.fields.Bool)
    fixed = answered(ma.fields.Bool)
    piece = ma.fields.Nested(PieceSchema, required=True, allow_none=True)
    filled_by = maybe(ma.fields.Str, metadata={"description": "The slot whose piece fills this one as well."})
    alternatives = ma.fields.List(ma.fields.Nested(AlternativeSchema), required=True)
    empty_reason = maybe(
        ma.fields.Str,
        metadata={"description": "owned, not-needed, filled, budget, range, audience, size, wishes, stock, suited."},
    )


class OutfitRelaxationSchema(ma.Schema):
    """Which answers keep slots empty, and what giving them up would bring."""

    drop = ma.fields.List(ma.fields.Str(), required=True)
    slots = ma.fields.List(ma.fields.Str(), required=True)
    count = maybe(ma.fields.Int)
    total_cents = maybe(ma.fields.Int)


class OutfitSchema(ma.Schema):
    """The outfit of a revision: the same revision, stock and question give the same outfit for ever."""

    revision = answered(ma.fields.Int)
    shop = maybe(ma.fields.Str)
    assumed = ma.fields.List(ma.fields.Str(), required=True, metadata={"description": "Answers taken for granted."})
    slots = ma.fields.List(ma.fields.Nested(SlotSchema), required=True)
    total_cents = maybe(ma.fields.Int)
    reference_total_cents = maybe(ma.fields.Int)
    weight_g = answered(ma.fields.Int)
    weighed = answered(ma.fields.Int, metadata={"description": "Of how many pieces the weight is known."})
    pieces = answered(ma.fields.Int)
    score = answered(ma.fields.Int)
    word = answered()
    budget_cents = maybe(ma.fields.Int)
    over_budget = answered(ma.fields.Bool)
    cheapest_complete_cents = maybe(ma.fields.Int)
    left_out = ma.fields.List(ma.fields.Str(), required=True)
    relaxations = ma.fields.List(ma.fields.Nested(OutfitRelaxationSchema), required=True)
