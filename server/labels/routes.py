"""Labels of a shop as sheets to print."""

from __future__ import annotations

from typing import Any

from flask import Response, current_app

from server import access
from server.api import Blueprint
from server.catalogue.service import current
from server.database import now
from server.errors import Forbidden, NotFound

from . import service
from .schemas import LabelsSchema

blueprint = Blueprint("labels", __name__, url_prefix="/api/v1", description="Labels with codes, as sheets to print")
PDF = "application/pdf"


@blueprint.post("/labels")
@access.allow("manager", "merchandiser", "administrator")
@blueprint.arguments(LabelsSchema)
@blueprint.response(200, content_type=PDF, description="The sheets.")
@blueprint.errors(404, 503)
def print_labels(asked: dict[str, Any]) -> Any:
    """Make label sheets: each piece's code, name, size, colour, price, and one line why."""
    published = current()
    if asked["shop"] not in published.shops:
        raise NotFound("shop-not-found")
    caller = access.identity()
    if not caller.everywhere and caller.shop_id != asked["shop"]:
        raise Forbidden("forbidden")
    made = service.make(asked, published, current_app.config["PUBLIC_URL"])
    name = f"cordee-{asked['shop']}-{asked['format']}-{now():%Y-%m-%d}.pdf"
    return Response(made, mimetype=PDF, headers={"Content-Disposition": f'attachment; filename="{name}"'})
