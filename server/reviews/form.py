"""The form of the three questions: one send a form, kept values, and what looks like a machine is set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from flask import current_app, request
from flask_limiter.util import get_remote_address
from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer
from limits import parse

from server.database import new_id
from server.limits import limiter

from .models import CLEAR, FOUND
from .schemas import MOST_LETTERS

log = structlog.get_logger("cordee")
TOKEN_SECONDS = 600
TRAP = "website"
"""A field that no person sees: who fills it in is a program."""
USUAL = parse("30 per 10 minutes")
"""From one address: all customers of a shop may share its Wi-Fi. What comes above it waits for somebody to look."""


@dataclass(frozen=True, slots=True)
class Given:
    """What came with a form; ``problem`` is a key of the words where it has to be shown again."""

    event_id: str
    found: str | None
    missing: str | None
    clear: str | None
    problem: str = ""

    @property
    def answers(self) -> dict[str, Any]:
        return {"found": self.found, "missing": self.missing, "clear": self.clear}


def token(ref: str) -> str:
    """Return a signed name for one form about a piece; what it sends is stored under that name, however often."""
    return str(_signer().dumps([new_id(), ref]))


def given(ref: str, form: Mapping[str, str]) -> Given:
    """Read a form. Never raises: a bad or old one comes back with its values and a problem."""
    found, clear = _one_of(form.get("found"), FOUND), _one_of(form.get("clear"), CLEAR)
    missing = " ".join(form.get("missing", "").split()) or None
    event_id, problem = _checked(form.get("token", ""), ref)
    if missing is not None and len(missing) > MOST_LETTERS:
        problem = "too_long"
    elif missing is not None and not missing.isprintable():
        missing = "".join(letter for letter in missing if letter.isprintable()) or None
    if not problem and not (found or missing or clear):
        problem = "nothing_said"
    return Given(event_id, found, missing, clear, problem)


def held(form: Mapping[str, str]) -> str | None:
    """Say why an answer is not counted before somebody has looked at it, None where it is."""
    if form.get(TRAP):
        return "robot"
    if not current_app.config["RATELIMIT_ENABLED"]:
        return None
    try:
        usual = limiter.limiter.hit(USUAL, "reviews", get_remote_address())
    except Exception:
        log.warning("reviews are not counted by address", path=request.path)
        return None
    return None if usual else "flood"


def _checked(raw: str, ref: str) -> tuple[str, str]:
    try:
        event_id, about = _signer().loads(raw, max_age=TOKEN_SECONDS)
    except SignatureExpired:
        return "", "form_old"
    except (BadSignature, ValueError, TypeError):
        return "", "form_unknown"
    return (event_id, "") if about == ref else ("", "form_unknown")


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="reviews")


def _one_of(value: str | None, known: tuple[str, ...]) -> str | None:
    return value if value in known else None
