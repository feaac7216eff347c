"""The finder's knowledge: read it, and propose to say something otherwise."""

from __future__ import annotations

from typing import Any

from server import access
from server.api import Blueprint
from server.catalogue.service import current
from server.imports.routes import tried
from server.imports.schemas import ImportSchema, PreferSchema
from server.language import spoken

from . import service
from .schemas import KnowledgeChangesSchema, KnowledgeQuery, KnowledgeSchema

blueprint = Blueprint("expertise", __name__, url_prefix="/api/v1/knowledge", description="What the advice knows")
WRITERS = ("merchandiser", "administrator")


@blueprint.get("")
@access.allow("manager", *WRITERS)
@blueprint.arguments(KnowledgeQuery, location="query")
@blueprint.response(200, KnowledgeSchema)
@blueprint.errors(503)
def show(query: dict[str, Any]) -> Any:
    """Show questions, criteria, scales and texts as they hold, and where they are not the house's own."""
    return service.shown(current(), query.get("lang") or spoken())


@blueprint.post("/changes")
@access.allow(*WRITERS)
@blueprint.arguments(PreferSchema, location="headers")
@blueprint.arguments(KnowledgeChangesSchema)
@blueprint.response(201, ImportSchema)
@blueprint.alt_response(202, schema=ImportSchema, description="Under way.", success=True)
@blueprint.errors(409, 503)
def propose(preferred: dict[str, Any], body: dict[str, Any]) -> Any:
    """Try out what would be said otherwise: findings, difference, and which customers would be told something else."""
    return tried(service.propose(current(), body["changes"], access.identity().author, spoken()), preferred, 201)
