"""Stock in the desk: what is here, what was said of it, deliveries and counts by file or by scanning."""

from __future__ import annotations

from typing import Any

from flask import request

from catalog.text import localise
from server import access
from server.api import Blueprint
from server.errors import Invalid
from server.language import spoken, wanted
from server.shops.entering import enter
from server.shops.pieces import Choice

from . import desk, papers
from .desk_schemas import (
    CountedSchema,
    DeliveriesSchema,
    NewDeliverySchema,
    PaperFileSchema,
    PaperLinesSchema,
    PaperQuery,
    PaperSchema,
    StockClaimsSchema,
    StockedSchema,
    StockQuery,
    TakenSchema,
)

blueprint = Blueprint("stock-desk", __name__, url_prefix="/api/v1", description="Stock of a shop, for its desk")
ROLES = ("manager", "merchandiser", "administrator")


@blueprint.get("/shops/<string:shop>/stock/pieces")
@access.allow(*ROLES)
@blueprint.arguments(StockQuery, location="query")
@blueprint.response(200, StockedSchema)
@blueprint.errors(404, 503)
def list_pieces(query: dict[str, Any], shop: str) -> Any:
    """List the pieces of a shop with what was counted of each."""
    names = ("q", "category", "brand", "audience", "carried")
    choice = Choice(**{name: query[name] for name in names if name in query})
    found = desk.listed(enter(shop), shop, choice, query["state"], query["cursor"], query["limit"])
    return localise(found, wanted(query.get("lang")))


@blueprint.get("/shops/<string:shop>/stock/<string:gtin>/claims")
@access.allow(*ROLES)
@blueprint.response(200, StockClaimsSchema)
@blueprint.errors(404, 503)
def list_claims(shop: str, gtin: str) -> Any:
    """Tell what was said of a variant's stock, the latest first."""
    enter(shop)
    return {"items": desk.told(shop, gtin)}


@blueprint.post("/shops/<string:shop>/stock/papers")
@access.allow(*ROLES)
@access.consumes("multipart/form-data")
@blueprint.arguments(PaperQuery, location="query", as_kwargs=True)
@blueprint.arguments(PaperFileSchema, location="files")
@blueprint.response(200, PaperSchema)
@blueprint.errors(404, 503)
def read_paper(files: dict[str, Any], shop: str, paper: str) -> Any:
    """Read a delivery note or a count: every line with the level before and after. Changes nothing."""
    if request.form:
        raise Invalid((name or "", "Unknown field.") for name in request.form)
    published, upload = enter(shop), files["file"]
    return papers.read(published, shop, paper, upload.filename or "delivery.csv", upload.read(), spoken())


@blueprint.post("/shops/<string:shop>/stock/scanned")
@access.allow(*ROLES)
@blueprint.arguments(PaperQuery, location="query", as_kwargs=True)
@blueprint.arguments(PaperLinesSchema)
@blueprint.response(200, PaperSchema)
@blueprint.errors(404, 503)
def read_scanned(asked: dict[str, Any], shop: str, paper: str) -> Any:
    """Read a list that was scanned, as a file is read. Changes nothing."""
    return papers.look_up(enter(shop), shop, paper, asked["lines"], spoken())


@blueprint.post("/shops/<string:shop>/deliveries")
@access.allow(*ROLES)
@blueprint.arguments(NewDeliverySchema)
@blueprint.response(200, TakenSchema)
@blueprint.errors(404, 503)
def deliver(asked: dict[str, Any], shop: str) -> Any:
    """Take a delivery, once however often it is sent: all its lines, or none."""
    published = enter(shop)
    delivery_id = asked.pop("id")
    papers.deliver(published, shop, delivery_id, asked, access.identity())
    return {"lines": len(asked["lines"])}


@blueprint.get("/shops/<string:shop>/deliveries")
@access.allow(*ROLES)
@blueprint.response(200, DeliveriesSchema)
@blueprint.errors(404, 503)
def list_deliveries(shop: str) -> Any:
    """List the latest deliveries of a shop."""
    enter(shop)
    return {"items": papers.delivered(shop)}


@blueprint.post("/shops/<string:shop>/counts")
@access.allow(*ROLES)
@blueprint.arguments(CountedSchema)
@blueprint.response(200, TakenSchema)
@blueprint.errors(404, 503)
def take_counts(asked: dict[str, Any], shop: str) -> Any:
    """Take what was counted: all lines, or none. An older count never undoes a newer one."""
    lines, at = asked["lines"], asked["counted_at"]
    return {"lines": papers.count(enter(shop), shop, asked["id"], lines, at, access.identity())}
