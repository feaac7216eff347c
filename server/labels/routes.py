"""Labels of a shop as sheets to print."""

from __future__ import annotations

from typing import Any

from flask import Response, current_app

from server import access
from server.api import Blueprint
from server.catalogue.service import Published, current
from server.database import now
from server.errors import Forbidden, NotFound

from . import printed, service
from .schemas import LabelsPreviewSchema, LabelsSchema, PrintedLabelsSchema, PrintingSchema

blueprint = Blueprint("labels", __name__, url_prefix="/api/v1", description="Labels with codes, as sheets to print")
PDF = "application/pdf"
ROLES = ("manager", "merchandiser", "administrator")


@blueprint.post("/labels")
@access.allow(*ROLES)
@blueprint.arguments(LabelsSchema)
@blueprint.response(200, content_type=PDF, description="The sheets.")
@blueprint.errors(404, 409, 503)
def print_labels(asked: dict[str, Any]) -> Any:
    """Make label sheets: each piece's code, name, size, colour, price, and one line why."""
    published = _enter(asked["shop"])
    made = service.make(asked, published, current_app.config["PUBLIC_URL"])
    part = f"-{asked['part']}" if asked["part"] > 1 else ""
    name = f"cordee-{asked['shop']}-{asked['format']}-{now():%Y-%m-%d}{part}.pdf"
    return Response(made, mimetype=PDF, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@blueprint.post("/labels/preview")
@access.allow(*ROLES)
@blueprint.arguments(LabelsSchema)
@blueprint.response(200, LabelsPreviewSchema)
@blueprint.errors(404, 503)
def preview_labels(asked: dict[str, Any]) -> Any:
    """Count the labels and sheets that would be printed, and show the first sheet."""
    return service.look(asked, _enter(asked["shop"]), current_app.config["PUBLIC_URL"])


@blueprint.post("/labels/printed")
@access.allow(*ROLES)
@blueprint.arguments(PrintedLabelsSchema)
@blueprint.response(200, PrintingSchema)
@blueprint.errors(404, 409, 503)
def mark_printed(asked: dict[str, Any]) -> Any:
    """Say that labels were printed, by asking for the same file again: they are due no longer."""
    published = _enter(asked["shop"])
    return {"run": service.mark(asked, published, access.identity().author)}


@blueprint.delete("/labels/printed/<string:run>")
@access.allow(*ROLES)
@blueprint.response(204)
@blueprint.errors(404)
def put_back(run: str) -> None:
    """Say that labels never came out of the printer: they say what they said before."""
    shop, caller = printed.shop_of(run), access.identity()
    if shop is None or not (caller.everywhere or caller.shop_id == shop):
        raise NotFound("label-run-not-found")
    printed.put_back(shop, run)


def _enter(shop: str) -> Published:
    """Return the published range. Raise where there is no such shop, or it is not the caller's."""
    published, caller = current(), access.identity()
    if shop not in published.shops:
        raise NotFound("shop-not-found")
    if not caller.everywhere and caller.shop_id != shop:
        raise Forbidden("forbidden")
    return published
