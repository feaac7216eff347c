"""JSON lines on standard error: every request, every access event; never a secret."""

from __future__ import annotations

import logging
import sys
import time

import structlog
from flask import Flask, Response, g, request
from uuid6 import uuid7

from .settings import Settings

log = structlog.get_logger("cordee.request")
QUIET = frozenset({"/healthz", "/readyz"})
"""Probes ask every few seconds; only their failures are worth a line."""


def init_app(app: Flask, settings: Settings) -> None:
    """Write one line for each request, with its number, duration and outcome."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),  # escapes line breaks: one event cannot forge another
        ],
        logger_factory=_to_standard_error,
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, settings.log_level.upper())),
    )
    app.before_request(_begin)
    app.after_request(_end)


def _to_standard_error(*_: object) -> structlog.PrintLogger:
    """Return a logger that leaves standard output to what a command has to say."""
    return structlog.PrintLogger(sys.stderr)


def _begin() -> None:
    g.request_id = str(uuid7())
    g.started = time.perf_counter()


def _end(response: Response) -> Response:
    response.headers["X-Request-Id"] = g.get("request_id", "")
    if request.path in QUIET and response.status_code < 400:
        return response
    caller = g.get("caller")
    log.info(
        "request",
        id=g.get("request_id"),
        method=request.method,
        path=request.path,  # without the query: people put words into it
        status=response.status_code,
        milliseconds=round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1),
        role=caller.role if caller else None,
        session=caller.session_id if caller else None,
        token=caller.token_id if caller else None,
    )
    return response
