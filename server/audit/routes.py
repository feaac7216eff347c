"""Who did what, newest first."""

from __future__ import annotations

from typing import Any

from server import access
from server.api import Blueprint

from . import service
from .schemas import TrailQuery, TrailSchema

blueprint = Blueprint("audit", __name__, url_prefix="/api/v1", description="Who did what")


@blueprint.get("/audit")
@access.allow("manager", "merchandiser", "administrator")
@blueprint.arguments(TrailQuery, location="query")
@blueprint.response(200, TrailSchema)
def show_audit(query: dict[str, Any]) -> Any:
    """List the deeds that changed or carried away something, page by page."""
    who, limit = access.identity(), query["limit"]
    actions = (query["action"],) if "action" in query else ()
    shop = None if who.everywhere else who.shop_id
    found = service.listed(shop, query.get("cursor"), limit, actions, query.get("subject"))
    return {"items": found[:limit], "next_cursor": found[limit - 1].id if len(found) > limit else None}
