"""Which language an answer speaks."""

from __future__ import annotations

from flask import request

from catalog.model import LANGUAGES

SPOKEN = ("fr", "en")
"""Languages of the server's own sentences (errors, start page)."""


def spoken() -> str:
    """Return the language of our own sentences for this request: the best of ``Accept-Language``, else French."""
    return request.accept_languages.best_match(SPOKEN, default="fr") or "fr"


def wanted(lang: str | None) -> str:
    """Return the language of catalogue texts: the one asked for, else the phone's, else French."""
    return lang or request.accept_languages.best_match(LANGUAGES, default="fr") or "fr"
