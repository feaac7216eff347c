"""The desk's products: listed, shown, drafted, changed one by one or many at once."""

from __future__ import annotations

from typing import Any

from flask import Response, request

from server import access
from server.api import Blueprint
from server.catalogue.documents import HEADERS
from server.catalogue.schemas import LanguageQuery
from server.catalogue.service import current
from server.language import wanted

from . import bulk, listing, preview, service, shown
from . import words as choices
from .answers import (
    BulkShownSchema,
    DeskDraftSchema,
    DeskLinesSchema,
    DeskProductSchema,
    EditorWordsSchema,
    ProposedImportSchema,
)
from .schemas import BulkPreviewSchema, BulkSchema, DraftGivenSchema, ListQuery, PreviewQuery, ProductChangesSchema

blueprint = Blueprint("editing", __name__, url_prefix="/api/v1/desk", description="Products, as a merchandiser edits")
READERS = ("manager", "merchandiser", "administrator")
WRITERS = ("merchandiser", "administrator")


@blueprint.get("/products")
@access.allow(*READERS)
@blueprint.arguments(ListQuery, location="query")
@blueprint.response(200, DeskLinesSchema)
@blueprint.errors(404, 503)
def list_products(query: dict[str, Any]) -> Any:
    """List products by what is known, missing or estimated of them, with the counts of each filter."""
    return listing.page(current(), query, wanted(query.get("lang")))


@blueprint.get("/products/<string:ref>")
@access.allow(*READERS)
@blueprint.arguments(LanguageQuery, location="query")
@blueprint.response(200, DeskProductSchema, headers=HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404, 503)
def show_product(query: dict[str, Any], ref: str) -> Any:
    """Show every fact of a product with its witness, and what is implied or estimated beside them."""
    found = shown.whole(current(), ref, wanted(query.get("lang")))
    if request.if_none_match.contains_weak(found["etag"]):
        return Response(status=304, headers={"ETag": f'"{found["etag"]}"'})
    return found, 200, {"ETag": f'"{found["etag"]}"', "Cache-Control": "private, no-cache"}


@blueprint.get("/words")
@access.allow(*READERS)
@blueprint.arguments(LanguageQuery, location="query")
@blueprint.response(200, EditorWordsSchema)
@blueprint.errors(503)
def show_words(query: dict[str, Any]) -> Any:
    """Show what the form of a product may choose from."""
    return choices.words(current(), wanted(query.get("lang")))


@blueprint.post("/preview")
@access.allow(*READERS)
@blueprint.arguments(PreviewQuery, location="query")
@blueprint.arguments(DraftGivenSchema)
@blueprint.response(200, DeskDraftSchema)
@blueprint.errors(404, 503)
def preview_product(query: dict[str, Any], body: dict[str, Any]) -> Any:
    """Show a draft as seller and customer would see it. Nothing is kept."""
    return preview.of_draft(current(), body["change"], query.get("shop"), wanted(query.get("lang")))


@blueprint.post("/changes")
@access.allow(*WRITERS)
@blueprint.arguments(ProductChangesSchema)
@blueprint.response(201, ProposedImportSchema)
@blueprint.errors(409, 503)
def propose_changes(body: dict[str, Any]) -> Any:
    """Propose changes of products: a dry run of their cells. Refused where somebody changed them meanwhile."""
    return service.propose(body["changes"], body["note"], access.identity().author)


@blueprint.post("/bulk/preview")
@access.allow(*WRITERS)
@blueprint.arguments(BulkPreviewSchema)
@blueprint.response(200, BulkShownSchema)
@blueprint.errors(404, 503)
def preview_bulk(body: dict[str, Any]) -> Any:
    """Show every cell that a change of many products would change."""
    return bulk.preview(current(), body, body["offset"], body["limit"])


@blueprint.post("/bulk")
@access.allow(*WRITERS)
@blueprint.arguments(BulkSchema)
@blueprint.response(201, ProposedImportSchema)
@blueprint.errors(404, 409, 503)
def propose_bulk(body: dict[str, Any]) -> Any:
    """Propose a change of many products: just the cells that the preview showed."""
    return bulk.propose(body, body["digest"], body["note"], access.identity().author)
