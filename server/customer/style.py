"""The style sheets of the pages, inlined, and the content policies that let in exactly their text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from .assets import ASSETS


def _shrunk(css: str) -> str:
    """Drop comments and the spaces that no browser needs."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\s+", " ", bare)).replace(";}", "}").strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's style: its text, and the policy that lets in exactly this text.

    The policy lets connections to ourselves through: those who check a site read its robots.txt from the page.
    """

    text: Markup
    policy: str


def _sheet(*names: str, script: bool = False) -> Sheet:
    """Return the sheets of the folder by their names as one; ``script`` lets our own script files in as well."""
    folder = Path(__file__).parent / "templates" / "customer"
    css = _shrunk("\n".join((folder / f"{name}.css").read_text("utf-8") for name in names))
    text = Markup(css.replace("{relief}", ASSETS["relief.svg"].address))  # noqa: S704 - our own style
    digest = hashlib.sha256(text.encode()).digest()
    policy = _POLICY.format(base64.b64encode(digest).decode()) + ("; script-src 'self'" if script else "")
    return Sheet(text, policy)


_POLICY = (
    "default-src 'none'; style-src 'sha256-{}'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
PAGE = _sheet("style", script=True)
LIT = _sheet("style", "photo", script=True)
FORM = _sheet("style", "form")
GUIDE = _sheet("style", "form", "guide", "photo")
