"""What try-ons in a shop showed, for the phones of its sellers."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response, request

from server import access
from server.api import Blueprint, json_bytes
from server.catalogue.service import current
from server.errors import NotFound

from . import service
from .schemas import TryOnsSchema

blueprint = Blueprint("try_ons", __name__, url_prefix="/api/v1", description="What try-ons showed")
HEADERS = {"ETag": {"description": "Names this state of the try-ons.", "schema": {"type": "string"}}}


@blueprint.get("/shops/<string:shop>/try-ons")
@access.public
@blueprint.response(200, TryOnsSchema, headers=HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404, 503)
def show_try_ons(shop: str) -> Any:
    """Show how many try-ons of each product asked for another size than the advised one. No person is in it."""
    if shop not in current().shops:
        raise NotFound("shop-not-found")
    tag = f"try-ons-{shop}-{service.state(shop)}"
    known = request.if_none_match.contains_weak(tag)
    response = Response(status=304) if known else json_bytes(orjson.dumps(service.document(shop)))
    response.set_etag(tag, weak=True)  # weak: `as_of` differs where the counts do not
    response.headers["Cache-Control"] = "no-cache"
    return response
