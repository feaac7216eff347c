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
BODY = (FOLDER / "body").read_bytes()
FULL, UNCHANGED = (
    [(name, value) for name, value in json.loads((FOLDER / f"{status}.json").read_text("utf-8"))]
    for status in (200, 304)
)


def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    if "HTTP_IF_NONE_MATCH" in environ:
        start_response("304 NOT MODIFIED", UNCHANGED)
        return []
    start_response("200 OK", FULL)
    return [BODY]
