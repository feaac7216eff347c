"""The merchandiser's road: file, what would change, published; and back."""

from __future__ import annotations

from typing import Any

from flask import request

from catalog.text import localise
from server import access
from server.api import Blueprint
from server.catalogue import history
from server.errors import Invalid
from server.language import spoken

from . import service
from .models import Import
from .schemas import FileSchema, ImportSchema, RevisionSchema, RevisionsSchema

blueprint = Blueprint("imports", __name__, url_prefix="/api/v1", description="Import, publish, go back")
MERCHANDISERS = ("merchandiser", "administrator")


@blueprint.post("/imports")
@access.allow(*MERCHANDISERS)
@access.consumes("multipart/form-data")
@blueprint.arguments(FileSchema, location="files")
@blueprint.response(201, ImportSchema)
def drop(files: dict[str, Any]) -> Any:
    """Try a file out: what is wrong with it, and what it would change."""
    if request.form:
        raise Invalid((name or "", "Unknown field.") for name in request.form)
    upload = files["file"]
    name = upload.filename or "import.csv"
    return _shown(service.drop(name, {name: upload.read()}, access.identity().author))


@blueprint.get("/imports/<string:import_id>")
@access.allow(*MERCHANDISERS)
@blueprint.response(200, ImportSchema)
@blueprint.errors(404)
def show(import_id: str) -> Any:
    """Show a dry run again."""
    return _shown(service.find(import_id))


@blueprint.post("/imports/<string:import_id>/publish")
@access.allow(*MERCHANDISERS)
@blueprint.response(200, ImportSchema)
@blueprint.errors(404, 409)
def publish(import_id: str) -> Any:
    """Publish a dry run, all or nothing."""
    return _shown(service.publish(import_id, access.identity().author))


@blueprint.get("/revisions")
@access.allow("manager", *MERCHANDISERS)
@blueprint.response(200, RevisionsSchema)
def list_revisions() -> Any:
    """List the published revisions, newest first."""
    return {"items": history.listed()}


@blueprint.post("/revisions/<int:number>/restore")
@access.allow(*MERCHANDISERS)
@blueprint.response(201, RevisionSchema)
@blueprint.errors(404, 409)
def restore(number: int) -> Any:
    """Publish an older revision again, to the byte."""
    return history.restore(number, access.identity().author)


def _shown(row: Import) -> dict[str, Any]:
    names = ("id", "name", "kind", "state", "author", "created_at", "base_revision", "published_revision")
    report: dict[str, Any] = {"advice": None} | localise(service.report(row), spoken())
    return {**{name: getattr(row, name) for name in names}, **report}
