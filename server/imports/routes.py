"""The merchandiser's road: file, what would change, published."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify, request, url_for

from catalog.text import localise
from server import access, jobs
from server.api import Blueprint
from server.catalogue import history
from server.catalogue.history_schemas import CatalogueDifferenceSchema, DifferenceQuery
from server.errors import Invalid
from server.language import spoken

from . import once, service, shown, uploads
from .models import WAITED_FOR, Import
from .schemas import (
    FileSchema,
    ImportSchema,
    ImportsQuery,
    ImportsSchema,
    PreferSchema,
    PublishSchema,
    SendingSchema,
)

blueprint = Blueprint("imports", __name__, url_prefix="/api/v1", description="Try out, publish, discard")
MERCHANDISERS = ("merchandiser", "administrator")
READERS = ("manager", *MERCHANDISERS)
ASYNC = "respond-async"
_LOCATION = {
    "Location": {"description": "Where the import is.", "schema": {"type": "string"}},
    "Preference-Applied": {"description": "`respond-async` where it was.", "schema": {"type": "string"}},
}


@blueprint.post("/imports")
@access.allow(*MERCHANDISERS)
@access.consumes("multipart/form-data")
@blueprint.arguments(SendingSchema, location="headers")
@blueprint.arguments(FileSchema, location="files")
@blueprint.response(201, ImportSchema, headers=_LOCATION)
@blueprint.alt_response(202, schema=ImportSchema, description="Under way.", headers=_LOCATION, success=True)
@blueprint.errors(404, 409)
def drop(preferred: dict[str, Any], files: dict[str, Any]) -> Any:
    """Try a file out: what is wrong with it, and what it would change.

    With `Prefer: respond-async` the answer comes at once; so it does where the trial takes longer than a request may.
    With an `Idempotency-Key` the same file sent again is the same import, as it stands now.
    """
    if request.form:
        raise Invalid((name or "", "Unknown field.") for name in request.form)
    received = uploads.named(files["file"])
    caller = access.identity()
    sent = once.sending(caller, preferred.get("idempotency_key"), received)
    return tried(service.submit(", ".join(received), received, caller.author, sent=sent), preferred, 201)


@blueprint.get("/imports")
@access.allow(*READERS)
@blueprint.arguments(ImportsQuery, location="query")
@blueprint.response(200, ImportsSchema)
def list_imports(query: dict[str, Any]) -> Any:
    """List the imports, newest first, page by page."""
    limit = query["limit"]
    states, kinds = ((query[name],) if name in query else () for name in ("state", "kind"))
    found = service.listed(query.get("cursor"), limit, states, kinds)
    newest = history.newest()
    return {
        "items": [shown.summary(row, newest) for row in found[:limit]],
        "next_cursor": found[limit - 1].id if len(found) > limit else None,
    }


@blueprint.get("/imports/<string:import_id>")
@access.allow(*READERS)
@blueprint.response(200, ImportSchema)
@blueprint.errors(404)
def show(import_id: str) -> Any:
    """Show a dry run: how far it is, or what came of it."""
    return shown.whole(service.find(import_id))


@blueprint.get("/imports/<string:import_id>/difference")
@access.allow(*READERS)
@blueprint.arguments(DifferenceQuery, location="query")
@blueprint.response(200, CatalogueDifferenceSchema)
@blueprint.errors(404, 409)
def show_difference(query: dict[str, Any], import_id: str) -> Any:
    """Tell all that an import would change, or has changed, page by page, and search in it."""
    page = query.get("part"), int(query["cursor"]), query["limit"], query["q"]
    found = service.difference(import_id, *page)
    return localise({**found, "pieces": dict(found["pieces"])}, spoken())


@blueprint.delete("/imports/<string:import_id>")
@access.allow(*MERCHANDISERS)
@blueprint.response(204)
@blueprint.errors(404, 409)
def discard(import_id: str) -> None:
    """Forget an import that is not published, with its files; one under way is ended first."""
    service.discard(import_id, access.identity().author)


@blueprint.post("/imports/<string:import_id>/cancel")
@access.allow(*MERCHANDISERS)
@blueprint.response(200, ImportSchema)
@blueprint.errors(404, 409)
def cancel(import_id: str) -> Any:
    """End a trial that waits or is under way."""
    return shown.whole(service.cancel(import_id, access.identity().author))


@blueprint.post("/imports/<string:import_id>/retry")
@access.allow(*MERCHANDISERS)
@blueprint.arguments(PreferSchema, location="headers")
@blueprint.response(200, ImportSchema, headers=_LOCATION)
@blueprint.alt_response(202, schema=ImportSchema, description="Under way.", headers=_LOCATION, success=True)
@blueprint.errors(404, 409)
def retry(preferred: dict[str, Any], import_id: str) -> Any:
    """Try the same files out again, against the newest revision."""
    return tried(service.retry(import_id, access.identity().author), preferred, 200)


@blueprint.post("/imports/<string:import_id>/publish")
@access.allow(*MERCHANDISERS)
@blueprint.arguments(PublishSchema, required=False)
@blueprint.response(200, ImportSchema)
@blueprint.errors(404, 409)
def publish(said: dict[str, Any], import_id: str) -> Any:
    """Publish a dry run, all or nothing."""
    author = access.identity().author
    return shown.whole(service.publish(import_id, author, said["note"], said["confirm_removals"]))


def tried(row: Import, preferred: dict[str, Any], done: int) -> Response:
    """Answer at once where that is preferred and somebody else does the work; else when the work is done."""
    at_once = jobs.runs_apart() and ASYNC in preferred["prefer"].lower()
    row = row if at_once else service.finished(row)
    answer: Response = jsonify(ImportSchema().dump(shown.whole(row)))
    answer.status_code = 202 if row.state in WAITED_FOR else done
    answer.headers["Location"] = url_for("imports.show", import_id=row.id)
    if at_once:
        answer.status_code = 202
        answer.headers["Preference-Applied"] = ASYNC
    return answer
