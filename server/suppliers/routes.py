"""The mapping of a supplier's columns: proposed, said, remembered, forgotten."""

from __future__ import annotations

from typing import Any

from catalog.feeds.mapping import ColumnMapping, Source
from catalog.text import localise
from server import access
from server.api import Blueprint
from server.imports import service as imports
from server.imports.routes import MERCHANDISERS, READERS, tried
from server.imports.schemas import ImportSchema, PreferSchema
from server.language import spoken

from . import service
from .schemas import AskedSchema, MappingSchema, SupplierMappingsSchema

blueprint = Blueprint("suppliers", __name__, url_prefix="/api/v1", description="What suppliers' columns mean")


@blueprint.get("/imports/<string:import_id>/mapping")
@access.allow(*READERS)
@blueprint.response(200, AskedSchema)
@blueprint.errors(404, 409)
def show(import_id: str) -> Any:
    """Say what the columns of an import's foreign tables seem to be."""
    return localise(service.asked(imports.find(import_id)), spoken())


@blueprint.put("/imports/<string:import_id>/mapping")
@access.allow(*MERCHANDISERS)
@blueprint.arguments(PreferSchema, location="headers")
@blueprint.arguments(MappingSchema)
@blueprint.response(200, ImportSchema)
@blueprint.alt_response(202, schema=ImportSchema, description="Under way.", success=True)
@blueprint.errors(404, 409)
def save(preferred: dict[str, Any], said: dict[str, Any], import_id: str) -> Any:
    """Say what the columns of a table are, for this file and the next of its shape, and try the import out again."""
    row = imports.find(import_id)
    author = access.identity().author
    mapping = ColumnMapping({name: Source(**one) for name, one in said["columns"].items()}, said["constants"])
    service.remember(row, said["supplier"], said["shape"], mapping, author)
    return tried(imports.retry(import_id, author), preferred, 200)


@blueprint.get("/supplier-mappings")
@access.allow(*READERS)
@blueprint.response(200, SupplierMappingsSchema)
def list_mappings() -> Any:
    """List the mappings that are remembered, by supplier."""
    return {"items": service.listed()}


@blueprint.delete("/supplier-mappings/<string:mapping_id>")
@access.allow(*MERCHANDISERS)
@blueprint.response(204)
@blueprint.errors(404)
def forget(mapping_id: str) -> None:
    """Forget a mapping."""
    service.forget(mapping_id, access.identity().author)
