"""The peer of ``bench.documents``: a WSGI application that answers with constants, under the shop's own gunicorn.

It says what the shop says, to the byte, so that what differs is what it costs the shop to know it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ["BENCH_ANSWERS"])
Headers = list[tuple[str, str]]


def headers(name: str) -> Headers:
    return [(name, value) for name, value in json.loads((FOLDER / f"{name}.json").read_text("utf-8"))]


UNCHANGED = headers("304")
CONSTANTS = {
    place: (headers(place), (FOLDER / place).read_bytes())
    for place in ("api", "p", "guide")
    if (FOLDER / place).is_file()
}


def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    if "HTTP_IF_NONE_MATCH" in environ:
        start_response("304 NOT MODIFIED", UNCHANGED)
        return []
    described, body = CONSTANTS.get(environ["PATH_INFO"].split("/")[1], CONSTANTS["api"])
    start_response("200 OK", described)
    return [body]
