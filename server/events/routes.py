"""Where phones bring what they recorded."""

from __future__ import annotations

from typing import Any

from flask import Response

from server import access
from server.api import Blueprint
from server.database import now
from server.language import spoken

from . import conflicts, service
from .schemas import EventConflictsSchema, EventFileSchema, EventResultsSchema, EventsSchema

blueprint = Blueprint("events", __name__, url_prefix="/api/v1", description="What phones recorded, each once")


@blueprint.post("/events")
@access.allow("seller", "manager")
@blueprint.arguments(EventsSchema)
@blueprint.response(200, EventResultsSchema)
@blueprint.errors(503)
def take_events(sent: dict[str, Any]) -> Any:
    """Take events of the caller's shop; the answer says of each whether it was accepted, known already, or rejected.

    An id is taken once, for ever: sending an event again is harmless. The same id with another content is rejected as
    ``conflict`` and kept aside.
    """
    results = service.take(sent["events"], access.identity(), sent.get("sent_at"), spoken())
    return {"results": results, "received_at": now()}


@blueprint.post("/events/import")
@access.allow("manager")
@blueprint.arguments(EventFileSchema)
@blueprint.response(200, EventResultsSchema)
@blueprint.errors(503)
def import_events(sent: dict[str, Any]) -> Any:
    """Take events of the shop that a phone could not send itself, from the file it wrote; authors stay who they are."""
    return {"results": service.take_file(sent["events"], access.identity(), spoken()), "received_at": now()}


@blueprint.get("/events/conflicts")
@access.allow("manager", "merchandiser", "administrator")
@blueprint.response(200, EventConflictsSchema)
def list_conflicts() -> Any:
    """List events that came under the id of another one, each with the one that was there; unseen ones first."""
    return {"items": conflicts.listed(access.identity())}


@blueprint.put("/events/conflicts/<string:conflict>/seen")
@access.allow("manager", "merchandiser", "administrator")
@blueprint.response(204)
@blueprint.errors(404)
def see_conflict(conflict: str) -> Response:
    """Say that a conflict has been looked at. Both events stay; again is harmless."""
    conflicts.see(conflict, access.identity())
    return Response(status=204)
