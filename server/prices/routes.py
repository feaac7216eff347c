"""Prices of a shop: what stands, what a rule would make of it, and changes that wait for their hour."""

from __future__ import annotations

from typing import Any

from flask import request

from server import access
from server.api import Blueprint
from server.customer.words import SHOP_CLOCK
from server.errors import Invalid
from server.language import spoken, wanted
from server.shops.entering import enter

from . import changes, listing, service
from .schemas import (
    NewPriceChangeSchema,
    PriceChangeSchema,
    PriceChangesSchema,
    PriceFileSchema,
    PricePeriodsSchema,
    PricePlanSchema,
    PricePreviewSchema,
    PriceProposalSchema,
    PricesQuery,
    PricesSchema,
)

blueprint = Blueprint("prices", __name__, url_prefix="/api/v1", description="Prices of a shop and their changes")
READERS = ("manager", "merchandiser", "administrator")
WRITERS = ("merchandiser", "administrator")


@blueprint.get("/shops/<string:shop>/prices")
@access.allow(*READERS)
@blueprint.arguments(PricesQuery, location="query")
@blueprint.response(200, PricesSchema)
@blueprint.errors(404, 503)
def list_prices(query: dict[str, Any], shop: str) -> Any:
    """List what a shop asks, with the lowest price of the 30 days before each announced reduction."""
    return service.listed(enter(shop), shop, query, wanted(query.get("lang")))


@blueprint.get("/shops/<string:shop>/prices/<string:gtin>")
@access.allow(*READERS)
@blueprint.response(200, PricePeriodsSchema)
@blueprint.errors(404, 503)
def show_price(shop: str, gtin: str) -> Any:
    """Tell what a shop asked for a variant, and from when to when."""
    enter(shop)
    return {"items": listing.told(shop, gtin)}


@blueprint.post("/shops/<string:shop>/price-preview")
@access.allow(*WRITERS)
@blueprint.arguments(PriceProposalSchema)
@blueprint.response(200, PricePreviewSchema)
@blueprint.errors(404, 503)
def preview(asked: dict[str, Any], shop: str) -> Any:
    """Show what a rule would make of the chosen prices. Changes nothing."""
    return service.preview(enter(shop), shop, asked, spoken())


@blueprint.post("/shops/<string:shop>/price-changes")
@access.allow(*WRITERS)
@blueprint.arguments(NewPriceChangeSchema)
@blueprint.response(201, PriceChangeSchema)
@blueprint.errors(404, 503)
def try_changes(asked: dict[str, Any], shop: str) -> Any:
    """Try changed prices out: the dry run of `import_id` says what is wrong and what would change."""
    return service.shown(service.try_changes(enter(shop), shop, asked, access.identity().author), spoken())


@blueprint.post("/shops/<string:shop>/price-changes/file")
@access.allow(*WRITERS)
@access.consumes("multipart/form-data")
@blueprint.arguments(PriceFileSchema, location="files")
@blueprint.response(201, PriceChangeSchema)
@blueprint.errors(404, 503)
def try_file(files: dict[str, Any], shop: str) -> Any:
    """Try a file of prices out."""
    if request.form:
        raise Invalid((name or "", "Unknown field.") for name in request.form)
    enter(shop)
    upload = files["file"]
    row = service.try_file(shop, upload.filename or "prices.csv", upload.read(), access.identity().author)
    return service.shown(row, spoken())


@blueprint.get("/shops/<string:shop>/price-changes")
@access.allow(*READERS)
@blueprint.response(200, PriceChangesSchema)
@blueprint.errors(404, 503)
def list_changes(shop: str) -> Any:
    """List the changes that wait for their hour, and how the latest ended."""
    enter(shop)
    lang = spoken()
    return {"items": [service.shown(row, lang) for row in changes.listed(shop)], "zone": SHOP_CLOCK.key}


@blueprint.get("/imports/<string:import_id>/price-change")
@access.allow(*READERS)
@blueprint.response(200, PriceChangeSchema)
@blueprint.errors(404)
def show_change_of_import(import_id: str) -> Any:
    """Show the change of prices that a dry run tries out."""
    return service.shown(changes.of_import(import_id), spoken())


@blueprint.post("/price-changes/<string:change_id>/plan")
@access.allow(*WRITERS)
@blueprint.arguments(PricePlanSchema)
@blueprint.response(200, PriceChangeSchema)
@blueprint.errors(404, 409)
def plan(asked: dict[str, Any], change_id: str) -> Any:
    """Let the system publish a change at an hour of the shop's clock."""
    return service.shown(changes.plan(change_id, asked["date"], asked["time"], access.identity().author), spoken())


@blueprint.post("/price-changes/<string:change_id>/cancel")
@access.allow(*WRITERS)
@blueprint.response(200, PriceChangeSchema)
@blueprint.errors(404, 409)
def cancel(change_id: str) -> Any:
    """Take a planned change back."""
    return service.shown(changes.cancel(change_id, access.identity().author), spoken())
