"""Invitation links and their QR codes."""

from __future__ import annotations

import io
from typing import Any

import segno
from flask import current_app

from .service import Invited

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


def told(invited: Invited) -> dict[str, Any]:
    """Return an invitation as it is shown, this one time."""
    link = invitation_link(invited.secret)
    return {
        "id": invited.id,
        "role": invited.role,
        "shop": invited.shop_id,
        "link": link,
        "qr_svg": qr_svg(link),
        "expires_at": invited.expires_at,
    }
