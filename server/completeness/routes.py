"""What the merchandiser should find out first."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from server import access
from server import schemas as common
from server.api import Blueprint
from server.catalogue.schemas import PieceNameSchema
from server.catalogue.service import current
from server.language import wanted
from server.schemas import Schema, answered

from . import service

blueprint = Blueprint("completeness", __name__, url_prefix="/api/v1", description="Facts by the answers they cost")


class CompletenessQuery(Schema):
    shop = common.identifier(required=True)
    days = ma.fields.Int(load_default=7, validate=ma.validate.Range(1, 90))
    limit = ma.fields.Int(load_default=200, validate=ma.validate.Range(1, 1000))
    lang = common.language()


class LostNeedSchema(ma.Schema):
    """A need that the fact could have changed, in a few words, and how often it was asked."""

    says = answered()
    times = answered(ma.fields.Int)


class LostAnswerSchema(PieceNameSchema):
    """A fact that nobody states. ``value`` is the estimate in its place, null where there is none."""

    attribute = answered()
    answers_lost = answered(ma.fields.Int)
    estimated = answered(ma.fields.Bool)
    value = ma.fields.Raw(required=True, allow_none=True, metadata={"type": ["boolean", "integer", "string", "null"]})
    examples = ma.fields.List(ma.fields.Nested(LostNeedSchema), required=True)


class CompletenessSchema(ma.Schema):
    """Facts by the answers they cost.

    ``basis`` is ``recorded`` (the advice of these days) or ``samples`` (nobody asked: the sample customers stand in).
    Of ``advices``, ``unread`` came in words of another revision; ``examined`` needs were held against the range, and
    ``left`` different ones are to be yet: ask again.
    """

    revision = answered(ma.fields.Int)
    shop = answered()
    days = answered(ma.fields.Int)
    basis = ma.fields.Str(required=True, validate=ma.validate.OneOf((service.RECORDED, service.EXPECTED)))
    advices = answered(ma.fields.Int)
    unread = answered(ma.fields.Int)
    examined = answered(ma.fields.Int)
    left = answered(ma.fields.Int)
    total = answered(ma.fields.Int)
    missing = answered(ma.fields.Int)
    estimated = answered(ma.fields.Int)
    rows = ma.fields.List(ma.fields.Nested(LostAnswerSchema), required=True)


@blueprint.get("/completeness")
@access.allow("manager", "merchandiser", "administrator")
@blueprint.arguments(CompletenessQuery, location="query")
@blueprint.response(200, CompletenessSchema)
@blueprint.errors(404, 503)
def show_completeness(query: dict[str, Any]) -> Any:
    """List the facts that nobody states, those first that could have changed most pieces of advice."""
    found = service.report(current(), query["shop"], query["days"], wanted(query.get("lang")))
    rows = found["rows"]
    guessed = sum(1 for row in rows if row["estimated"])
    counts = {"total": len(rows), "missing": len(rows) - guessed, "estimated": guessed}
    return {**found, **counts, "rows": rows[: query["limit"]]}
