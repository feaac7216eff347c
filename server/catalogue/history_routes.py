"""The history of the catalogue: what was published, what differed, and back."""

from __future__ import annotations

from typing import Any

from catalog.text import localise
from server import access
from server.api import Blueprint
from server.language import spoken

from . import comparing, history
from .history_schemas import (
    DifferenceQuery,
    RevisionDifferenceSchema,
    RevisionSchema,
    RevisionsQuery,
    RevisionsSchema,
)

blueprint = Blueprint("history", __name__, url_prefix="/api/v1", description="Revisions: listed, compared, restored")
MERCHANDISERS = ("merchandiser", "administrator")


@blueprint.get("/revisions")
@access.allow("manager", *MERCHANDISERS)
@blueprint.arguments(RevisionsQuery, location="query")
@blueprint.response(200, RevisionsSchema)
def list_revisions(query: dict[str, Any]) -> Any:
    """List the published revisions, newest first."""
    limit = query["limit"]
    found = history.listed(int(query["cursor"]) if "cursor" in query else None, limit)
    return {"items": found[:limit], "next_cursor": str(found[limit - 1].number) if len(found) > limit else None}


@blueprint.get("/revisions/<int:before>/difference/<int:after>")
@access.allow("manager", *MERCHANDISERS)
@blueprint.arguments(DifferenceQuery, location="query")
@blueprint.response(200, RevisionDifferenceSchema)
@blueprint.errors(404)
def show_difference(query: dict[str, Any], before: int, after: int) -> Any:
    """Tell what differs from one revision to another, in either direction; 0 is the empty catalogue."""
    page = query.get("part"), int(query["cursor"]), query["limit"], query["q"]
    found = comparing.between(before, after, *page)
    return localise({**found, "pieces": dict(found["pieces"])}, spoken())


@blueprint.post("/revisions/<int:number>/restore")
@access.allow(*MERCHANDISERS)
@blueprint.response(201, RevisionSchema)
@blueprint.errors(404, 409)
def restore(number: int) -> Any:
    """Publish an older revision again, to the byte."""
    return history.restore(number, access.identity().author)
