"""The peer of ``bench.documents``: a WSGI application that answers with a constant, under the shop's own gunicorn."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

BODY = Path(os.environ["BENCH_BODY"]).read_bytes()
PLAIN = [("Content-Type", "application/json"), ("Content-Length", str(len(BODY)))]


def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    if "HTTP_IF_NONE_MATCH" in environ:
        start_response("304 NOT MODIFIED", [])
        return []
    start_response("200 OK", PLAIN)
    return [BODY]
