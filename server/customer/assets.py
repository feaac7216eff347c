"""The files beside the customers' pages: what is drawn behind them, and what a browser may do more.

No page needs them to be complete. Their addresses change with their content, so that each is fetched once.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # ships no types
from flask import Blueprint, Response, abort, request

from server import access
from server.catalogue.documents import best_coding

blueprint = Blueprint("page-files", __name__)
FOLDER = Path(__file__).parent / "files"
PLACE = "/page/"
FOR_EVER = "public, max-age=31536000, immutable"
KINDS = {".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file under an address that nothing else will ever have, its bytes by content coding."""

    address: str
    kind: str
    bodies: dict[str, bytes]


def _read(path: Path) -> Asset:
    text = path.read_bytes()
    digest = hashlib.sha256(text).hexdigest()[:8]
    bodies = {"br": brotli.compress(text, mode=brotli.MODE_TEXT), "gzip": gzip.compress(text, mtime=0)}
    return Asset(f"{PLACE}{path.stem}-{digest}{path.suffix}", KINDS[path.suffix], {**bodies, "identity": text})


ASSETS = {path.name: _read(path) for path in sorted(FOLDER.iterdir())}
_BY_ADDRESS = {asset.address: asset for asset in ASSETS.values()}


@blueprint.get(f"{PLACE}<name>")
@access.public
def asset(name: str) -> Response:
    """Answer with a file in the coding the phone takes."""
    found = _BY_ADDRESS.get(f"{PLACE}{name}")
    if found is None:
        abort(404)
    coding = best_coding(request.headers.get("Accept-Encoding", ""))
    response = Response(found.bodies[coding], mimetype=found.kind)
    if coding != "identity":
        response.headers["Content-Encoding"] = coding
    response.headers["Cache-Control"] = FOR_EVER
    response.vary.add("Accept-Encoding")
    return response
