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

PATIENCE_SECONDS = 1.0
"""How long a request waits for Redis before it is counted here instead."""

limiter = Limiter(
    key_func=get_remote_address,
    default_limits=[],
    headers_enabled=False,
    strategy="moving-window",
    in_memory_fallback_enabled=True,  # a Redis that is away must neither close the shop nor open it to guessing
)


def init_app(app: Flask, settings: Settings) -> None:
    """Attach the limits, counted in Redis where several workers share them, else in each worker's memory.

    While Redis is away each worker counts for itself.
    """
    app.config["RATELIMIT_STORAGE_URI"] = settings.limits_storage
    if settings.redis_url:
        patience = {"socket_connect_timeout": PATIENCE_SECONDS, "socket_timeout": PATIENCE_SECONDS}
        app.config["RATELIMIT_STORAGE_OPTIONS"] = patience
    app.config["RATELIMIT_ENABLED"] = settings.limits_enabled
    limiter.init_app(app)


def seconds_to_wait() -> int:
    """Return after how many whole seconds the limit just reached lets the next request through."""
    limit = limiter.current_limit
    return 1 if limit is None else max(1, math.ceil(limit.reset_at - time.time()))
