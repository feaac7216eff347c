"""Random secrets and what is stored of them."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from flask import current_app

SECRET_BYTES = 32
TOKEN_PREFIX = "cordee_"  # noqa: S105  a mark by which scanners find a leaked token; not a secret


def new_secret() -> str:
    """Return 256 random bits, safe in a URL."""
    return secrets.token_urlsafe(SECRET_BYTES)


def keyed_hash(secret: str) -> str:
    """Return what the database keeps of a secret, in hexadecimal.

    A plain keyed hash, not a password hash: 256 random bits cannot be guessed, and every request pays for this.
    The key keeps a stolen database from being of use even to test a secret.
    """
    key: str = current_app.config["SECRET_KEY"]
    return hmac.new(key.encode(), secret.encode(), hashlib.sha256).hexdigest()
