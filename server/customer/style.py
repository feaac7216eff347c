"""The one style sheet of the pages, inlined, and the content policy that lets in exactly this text."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from markupsafe import Markup


def _shrunk(css: str) -> str:
    """Drop comments and the spaces that no browser needs."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\s+", " ", bare)).replace(";}", "}").strip()


STYLE = Markup(_shrunk((Path(__file__).parent / "templates" / "customer" / "style.css").read_text("utf-8")))  # noqa: S704
_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_DIGEST}'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
TAG = hashlib.sha256(STYLE.encode()).hexdigest()[:8]
"""Part of each page's ETag: a new style is a new page."""
