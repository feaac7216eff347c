"""The style sheets of the pages and one line of script, inlined, and the policies that let in exactly their text."""

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


def _hash(text: str) -> str:
    """Return a text as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


LOADER = Markup(  # noqa: S704 - our own script
    "addEventListener('load',()=>(window.requestIdleCallback||setTimeout)(()=>"
    f"{{document.body.append(Object.assign(document.createElement('script'),{{src:'{ASSETS['compare.js'].address}'}}))}}))"
)
"""Fetches what a browser may do more once the page stands and nothing else waits: nothing on the page waits for it."""


def _sheet(*names: str, script: bool = False) -> Sheet:
    """Return the sheets of the folder by their names as one; ``script`` lets ``LOADER`` and what it fetches in."""
    folder = Path(__file__).parent / "templates" / "customer"
    css = _shrunk("\n".join((folder / f"{name}.css").read_text("utf-8") for name in names))
    text = Markup(css.replace("{relief}", ASSETS["relief.svg"].address))  # noqa: S704 - our own style
    policy = _POLICY.format(_hash(text)) + (f"; script-src 'self' {_hash(LOADER)}" if script else "")
    return Sheet(text, policy)


_POLICY = (
    "default-src 'none'; style-src {}; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
PAGE = _sheet("style", script=True)
LIT = _sheet("style", "photo", script=True)
FORM = _sheet("style", "form")
GUIDE = _sheet("style", "form", "guide", "photo")
