"""How often one address may try what could be guessed."""

from __future__ import annotations

import math
import time

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from .settings import Settings

ENTRY_LIMIT = "20 per minute; 200 per hour"
"""For enrolment. A shop shares one address: a whole team can enrol in one minute, nobody can guess 256 bits."""

limiter = Limiter(key_func=get_remote_address, default_limits=[], headers_enabled=False, strategy="moving-window")


def init_app(app: Flask, settings: Settings) -> None:
    """Attach the limits, counted in Redis where several workers share them, else in each worker's memory."""
    app.config["RATELIMIT_STORAGE_URI"] = settings.limits_storage
    app.config["RATELIMIT_ENABLED"] = settings.limits_enabled
    limiter.init_app(app)


def seconds_to_wait() -> int:
    """Return after how many whole seconds the limit just reached lets the next request through."""
    limit = limiter.current_limit
    return 1 if limit is None else max(1, math.ceil(limit.reset_at - time.time()))
