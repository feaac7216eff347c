"""The finder's knowledge: read it, and propose to say something otherwise."""

from __future__ import annotations

import hashlib
from typing import Any

import marshmallow as ma
import orjson
from flask import Response

from server import access
from server.api import Blueprint
from server.catalogue import documents
from server.catalogue.service import current
from server.imports.routes import tried
from server.imports.schemas import ImportSchema, PreferSchema
from server.language import spoken

from . import service
from .entry import entry
from .listing import listed
from .preview import preview
from .schemas import (
    KnowledgeChangesSchema,
    KnowledgeQuery,
    KnowledgeSchema,
    KnownEntrySchema,
    PreviewAskedSchema,
    PreviewSchema,
    TouchesSchema,
)
from .touches import touches

blueprint = Blueprint("expertise", __name__, url_prefix="/api/v1/knowledge", description="What the advice knows")
WRITERS = ("merchandiser", "administrator")
READERS = ("manager", *WRITERS)


@blueprint.get("")
@access.allow(*READERS)
@blueprint.arguments(KnowledgeQuery, location="query")
@blueprint.response(200, KnowledgeSchema, headers=documents.HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(503)
def show(query: dict[str, Any]) -> Response:
    """Show criteria, needs and questions, a line each, as they hold and where they are not the house's own."""
    published, lang = current(), query.get("lang") or spoken()
    key = ("knowledge", lang)
    named = documents.tag(published, key)
    return _private(documents.hold(published, key, lambda: _packed(KnowledgeSchema(), listed(published, lang), named)))


@blueprint.get("/<part>/<name>")
@access.allow(*READERS)
@blueprint.arguments(KnowledgeQuery, location="query")
@blueprint.response(200, KnownEntrySchema, headers=documents.HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404, 503)
def show_one(query: dict[str, Any], part: str, name: str) -> Response:
    """Show one criterion, need or question whole: its fields beside the house's, and its sources."""
    found = KnownEntrySchema().dump(entry(current(), part, name, query.get("lang") or spoken()))
    return _private(documents.pack(found, hashlib.sha256(orjson.dumps(found)).hexdigest()[:32]))


@blueprint.get("/<part>/<name>/touches")
@access.allow(*READERS)
@blueprint.arguments(KnowledgeQuery, location="query")
@blueprint.response(200, TouchesSchema)
@blueprint.errors(503)
def show_touched(query: dict[str, Any], part: str, name: str) -> Any:
    """Show whom a criterion or a threshold touches: sample customers, and needs that were really asked lately."""
    return touches(current(), f"{part}/{name}", query.get("lang") or spoken()), {"Cache-Control": "private, no-cache"}


@blueprint.post("/criterion/<name>/preview")
@access.allow(*READERS)
@blueprint.arguments(PreviewAskedSchema)
@blueprint.response(200, PreviewSchema)
@blueprint.errors(404, 503)
def show_preview(body: dict[str, Any], name: str) -> Any:
    """Show how the pieces of the range stand by a criterion, and how they would with what is said. Writes nothing."""
    said = body["fields_said"]
    service.refuse({"part": "criterion", "id": name, **one} for one in said)
    return preview(current(), name, {one["field"]: one["value"] for one in said}, body["level"], spoken())


def _packed(schema: ma.Schema, content: Any, tag: str) -> documents.Document:
    return documents.pack(schema.dump(content), tag)


def _private(document: documents.Document) -> Response:
    """Answer with a document that only who may read the desk is given."""
    response = documents.negotiate(document)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


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
