"""Who did what, newest first."""

from __future__ import annotations

from typing import Any

from server import access
from server.api import Blueprint

from . import trail
from .schemas import AuthorsSchema, TrailQuery, TrailSchema

blueprint = Blueprint("audit", __name__, url_prefix="/api/v1", description="Who did what")
READERS = ("manager", "merchandiser", "administrator")


@blueprint.get("/audit")
@access.allow(*READERS)
@blueprint.arguments(TrailQuery, location="query")
@blueprint.response(200, TrailSchema)
def show_audit(query: dict[str, Any]) -> Any:
    """List the deeds that changed or carried away something, page by page."""
    cursor, limit = query.pop("cursor", None), query.pop("limit")
    found = trail.listed(_shop(), cursor, limit, trail.Wanted(**query))
    return {"items": found[:limit], "next_cursor": found[limit - 1].id if len(found) > limit else None}


@blueprint.get("/audit/authors")
@access.allow(*READERS)
@blueprint.response(200, AuthorsSchema)
def list_authors() -> Any:
    """List who has done something, by name."""
    return {"items": trail.authors(_shop())}


def _shop() -> str | None:
    who = access.identity()
    return None if who.everywhere else who.shop_id
