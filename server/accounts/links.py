"""Invitation links and their QR codes."""

from __future__ import annotations

import io

import segno
from flask import current_app

FRAGMENT = "/app/#/invitation/"


def invitation_link(secret: str) -> str:
    """Return the link of an invitation. The secret stands behind ``#``: it never reaches a server's log."""
    return f"{current_app.config['PUBLIC_URL']}{FRAGMENT}{secret}"


def qr_svg(link: str) -> str:
    """Return the link as an SVG document that a phone's camera reads from a screen."""
    out = io.BytesIO()
    segno.make(link, micro=False, error="m").save(out, kind="svg", border=4, scale=4, xmldecl=False, nl=False)
    return out.getvalue().decode()


def qr_terminal(link: str) -> str:
    """Return the link as a QR code for a terminal, two modules a character high."""
    out = io.StringIO()
    segno.make(link, micro=False, error="l").terminal(out, compact=True, border=2)
    return out.getvalue()
