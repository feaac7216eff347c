"""Which language an answer speaks."""

from __future__ import annotations

from collections.abc import Sequence

from flask import request

from catalog.model import LANGUAGES

SPOKEN = ("fr", "en")
"""Languages of the server's own sentences (errors, start page)."""


def spoken() -> str:
    """Return the language of our own sentences for this request: the best of ``Accept-Language``, else French."""
    return _best(SPOKEN)


def wanted(lang: str | None) -> str:
    """Return the language of catalogue texts: the one asked for, else the phone's, else French."""
    return lang or _best(LANGUAGES)


def _best(offered: Sequence[str]) -> str:
    """Return the first language of ``Accept-Language`` that is offered; ``de-AT`` is content with German."""
    wished = (tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality > 0)
    return next((lang for lang in wished if lang in offered), "fr")
