"""Cards for the phones of a shop, a person's own reviews, and the coverage of the team."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response, request

from server import access
from server.api import Blueprint, json_bytes
from server.catalogue import documents
from server.catalogue.service import current
from server.errors import Forbidden, NotFound

from . import cards, service
from .schemas import CardsQuery, CoverageQuery, TrainingCardsSchema, TrainingCoverageSchema, TrainingReviewsSchema

blueprint = Blueprint("training", __name__, url_prefix="/api/v1", description="Training cards and what was learnt")
MINE = "private, no-store"


@blueprint.get("/training")
@access.signed_in
@blueprint.arguments(CardsQuery, location="query")
@blueprint.response(200, TrainingCardsSchema, headers=documents.HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404, 503)
def show_cards(query: dict[str, Any]) -> Response:
    """Show the cards of a shop, made from its published assortment, with the answers given to its questions."""
    _enter(query["shop"])
    held = cards.document(current(), query["shop"], query["lang"])
    response = documents.negotiate(held)
    response.set_etag(held.tag, weak=True)  # weak: `as_of` differs where the cards do not
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@blueprint.get("/training/mine")
@access.signed_in
@blueprint.response(200, TrainingReviewsSchema, headers=documents.HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
def show_mine() -> Any:
    """Show the caller's own reviews, and nobody else's."""
    person = access.identity().person_id
    tag = service.state(person)
    known = request.if_none_match.contains(tag)
    response = Response(status=304) if known else json_bytes(orjson.dumps({"reviews": service.mine(person)}))
    response.set_etag(tag)
    response.headers["Cache-Control"] = MINE
    return response


@blueprint.get("/training/coverage")
@access.allow("manager", "merchandiser", "administrator")
@blueprint.arguments(CoverageQuery, location="query")
@blueprint.response(200, TrainingCoverageSchema)
@blueprint.errors(404, 503)
def show_coverage(query: dict[str, Any]) -> Any:
    """Show how far the team of a shop has come, place by place, as numbers of people without names."""
    _enter(query["shop"])
    return service.coverage(current(), query["shop"]), {"Cache-Control": MINE}


def _enter(shop: str) -> None:
    """Refuse a shop that is not there, or is not the caller's."""
    if shop not in current().shops:
        raise NotFound("shop-not-found")
    caller = access.identity()
    if not caller.everywhere and caller.shop_id != shop:
        raise Forbidden("forbidden")
