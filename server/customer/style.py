"""The style sheets of the pages, inlined, and the content policies that let in exactly their text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup


def _shrunk(css: str) -> str:
    """Drop comments and the spaces that no browser needs."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\s+", " ", bare)).replace(";}", "}").strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's style: its text, the policy that lets in exactly this text, and a part of the page's ETag."""

    text: Markup
    policy: str
    tag: str


def _sheet(*names: str) -> Sheet:
    """Return the sheets of the folder by their names as one."""
    folder = Path(__file__).parent / "templates" / "customer"
    text = Markup(_shrunk("\n".join((folder / f"{name}.css").read_text("utf-8") for name in names)))  # noqa: S704
    digest = hashlib.sha256(text.encode()).digest()
    return Sheet(text, _POLICY.format(base64.b64encode(digest).decode()), digest.hex()[:8])


_POLICY = (
    "default-src 'none'; style-src 'sha256-{}'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
PAGE = _sheet("style")
FORM = _sheet("style", "form")
GUIDE = _sheet("style", "form", "guide")
