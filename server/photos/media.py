"""The photos' own address: ``/media/{hash}/{width}.{kind}``, good for ever, harmless wherever it is opened."""

from __future__ import annotations

import re

from flask import Response, request

from server import access
from server.api import Blueprint
from server.errors import NotFound

from . import store

blueprint = Blueprint("media", __name__, url_prefix="/media", description="The files of the photos")
FOR_EVER = "public, max-age=31536000, immutable"
POLICY = "default-src 'none'; sandbox"
"""Opened by itself a photo is a document of this origin: it may do nothing."""
_PHOTO = re.compile(r"[0-9a-f]{64}")


@blueprint.get("/<string:photo>/<int:width>.<string:kind>")
@access.public
@blueprint.response(200, content_type="image/webp", description="The file: `avif`, `webp` or `jpg`.")
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404)
def show(photo: str, width: int, kind: str) -> Response:
    """Answer with one file of a photo, or 304: the address names these bytes and no others."""
    if not _PHOTO.fullmatch(photo) or kind not in store.KINDS or not 0 < width < 10_000:
        raise NotFound("not-found")
    tag = f"{photo[:32]}-{width}-{kind}"
    known = request.if_none_match.contains(tag)
    content = b"" if known else store.file(photo, width, kind)
    if content is None:
        raise NotFound("not-found")
    response = Response(content, status=304 if known else 200, mimetype=store.KINDS[kind])
    response.set_etag(tag)
    response.headers["Cache-Control"] = FOR_EVER
    response.headers["Content-Security-Policy"] = POLICY
    # Those who show a shared link fetch the picture from their own pages.
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
