"""Stock of a shop, with the moment of each count."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response, request

from server import access
from server.api import Blueprint, json_bytes
from server.catalogue.service import current
from server.errors import NotFound

from . import service
from .schemas import StockSchema

blueprint = Blueprint("stock", __name__, url_prefix="/api/v1", description="What was counted, and when")
HEADERS = {"ETag": {"description": "Names this state of the stock.", "schema": {"type": "string"}}}


@blueprint.get("/shops/<string:shop>/stock")
@access.public
@blueprint.response(200, StockSchema, headers=HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404, 503)
def show_stock(shop: str) -> Any:
    """Show the stock of a shop, as it was counted."""
    entry = current().shops.get(shop)
    if entry is None:
        raise NotFound("shop-not-found")
    version = service.version(shop)
    if request.if_none_match.contains_weak(_tag(shop, version)):
        return _tagged(Response(status=304), shop, version)
    document = service.document(shop, demonstration=entry["demonstration"])
    return _tagged(json_bytes(orjson.dumps(document)), shop, version)


def _tag(shop: str, version: int) -> str:
    return f"stock-{shop}-{version}"


def _tagged(response: Response, shop: str, version: int) -> Response:
    response.set_etag(_tag(shop, version), weak=True)  # weak: `as_of` differs where the stock does not
    response.headers["Cache-Control"] = "no-cache"
    return response
