"""The photo room: photos dropped, matched, decided on, tried out."""

from __future__ import annotations

from typing import Any

from flask import request

from server import access
from server.api import Blueprint
from server.catalogue.service import current
from server.errors import Invalid
from server.language import wanted
from server.limits import limiter

from . import drafts, pieces, store, trials
from .schemas import (
    PhotoDecisionSchema,
    PhotoDraftSchema,
    PhotoDraftsSchema,
    PhotoFileSchema,
    PhotoPiecesQuery,
    PhotoPiecesSchema,
    PhotoTrialSchema,
    PhotoTriedSchema,
)

blueprint = Blueprint("photos", __name__, url_prefix="/api/v1/photos", description="Photos of the pieces")
WRITERS = ("merchandiser", "administrator")
READERS = ("manager", *WRITERS)
TAKEN = "600 per hour"
"""A season's photos in an afternoon; each costs the machine seconds."""


@blueprint.post("/drafts")
@limiter.limit(TAKEN)
@access.allow(*WRITERS)
@access.consumes("multipart/form-data")
@blueprint.arguments(PhotoFileSchema, location="files")
@blueprint.response(201, PhotoDraftSchema)
@blueprint.errors(429, 503)
def take(files: dict[str, Any]) -> Any:
    """Take a photo in: only its pixels, upright and in sRGB, and what its name proposes."""
    if request.form:
        raise Invalid((name or "", "Unknown field.") for name in request.form)
    upload = files["file"]
    row = drafts.take(upload.filename or "", upload.read(), access.identity().author)
    store.collect()
    return _shown(row.id)


@blueprint.get("/drafts")
@access.allow(*READERS)
@blueprint.response(200, PhotoDraftsSchema)
@blueprint.errors(503)
def waiting() -> Any:
    """List the photos that wait for a decision, by name."""
    return {"items": drafts.shown(drafts.waiting(), wanted(None))}


@blueprint.patch("/drafts/<string:draft_id>")
@access.allow(*WRITERS)
@blueprint.arguments(PhotoDecisionSchema)
@blueprint.response(200, PhotoDraftSchema)
@blueprint.errors(404, 503)
def decide(given: dict[str, Any], draft_id: str) -> Any:
    """Say which piece and colour a photo shows, where to look, in which order, and what it shows in words."""
    drafts.decide(draft_id, given)
    return _shown(draft_id)


@blueprint.delete("/drafts/<string:draft_id>")
@access.allow(*WRITERS)
@blueprint.response(204)
@blueprint.errors(404)
def give_up(draft_id: str) -> None:
    """Give a photo up that waits."""
    drafts.give_up(draft_id, access.identity().author)


@blueprint.post("/trials")
@access.allow(*WRITERS)
@blueprint.arguments(PhotoTrialSchema)
@blueprint.response(201, PhotoTriedSchema)
@blueprint.errors(503)
def try_out(asked: dict[str, Any]) -> Any:
    """Try out photos that wait, and changes to published ones: a dry run like any other."""
    ids = [str(one) for one in asked["drafts"]]
    return {"import_id": trials.propose(ids, asked["changes"], access.identity().author).id}


@blueprint.get("/pieces")
@access.allow(*READERS)
@blueprint.arguments(PhotoPiecesQuery, location="query")
@blueprint.response(200, PhotoPiecesSchema)
@blueprint.errors(503)
def list_pieces(query: dict[str, Any]) -> Any:
    """List the pieces with their photos, or only those that lack one."""
    return pieces.page(current(), query, wanted(query.get("lang")))


def _shown(draft_id: str) -> Any:
    return next(each for each in drafts.shown(drafts.waiting(), wanted(None)) if each["id"] == draft_id)
