"""A short way for the documents that every phone fetches: answered before Flask, as files are.

A shop's snapshot costs Flask a millisecond to find out that nothing has changed. Here it costs a look into memory, and
twenty times a second the question to the database whether its revision is still the newest. What another process
publishes is therefore seen after a twentieth of a second, what this one publishes at once. Whatever is not held already
takes the long way, which fills the memory. What goes this way is public, names nobody, and is not logged one by one.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

import sqlalchemy as sa
from flask import Flask
from werkzeug.datastructures import Headers
from werkzeug.http import parse_etags

from .catalogue.documents import Document, best_coding, coded, front_key
from .catalogue.service import Published, shelf_of
from .database import db
from .security import add_headers
from .settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

TRUSTED_SECONDS = 0.05
"""How long an answer of the database holds: a thousand phones that wake together must not each ask it."""
NEWEST = "SELECT number, content_hash FROM revisions ORDER BY number DESC LIMIT 1"


def init_app(app: Flask, settings: Settings) -> None:
    """Put the short way in front of the application."""
    app.wsgi_app = Front(app, app.wsgi_app, settings)  # type: ignore[method-assign]


class Front:
    """Answers GET requests whose document this worker holds; hands everything else on."""

    def __init__(self, app: Flask, long_way: WSGIApplication, settings: Settings) -> None:
        self._shelf = shelf_of(app)
        self._long_way = long_way
        self._trusted: tuple[Published | None, float] = (None, 0.0)
        self._headers = Headers()
        add_headers(self._headers, secure=settings.public_url.startswith("https://"))
        with app.app_context():
            self._engine = db.engine
        sa.event.listen(self._engine, "commit", self._forget)
        driver: type[Exception] = self._engine.dialect.dbapi.Error  # type: ignore[union-attr]
        self._errors = (sa.exc.SQLAlchemyError, driver)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        held = self._shelf.held
        if held is not None and environ["REQUEST_METHOD"] == "GET":
            key = front_key(environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", ""))
            document = held.memory.get(key)
            if document is not None and self._is_newest(held):
                return self._answer(document, environ, start_response)
        return self._long_way(environ, start_response)

    def _is_newest(self, held: Published) -> bool:
        """Tell whether the revision is the newest, or was within the last ``TRUSTED_SECONDS``."""
        moment = time.monotonic()
        trusted, until = self._trusted
        if held is trusted and moment < until:
            return True
        if self._newest() != (held.revision, held.content_hash):
            return False
        self._trusted = (held, moment + TRUSTED_SECONDS)  # one assignment: threads share it
        return True

    def _forget(self, _: sa.Connection) -> None:
        """Ask anew: this process has changed something."""
        self._trusted = (None, 0.0)

    def _newest(self) -> tuple[int, str] | None:
        """Ask the database, without a session or an object; ``None`` where it does not answer."""
        try:
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute(NEWEST)
                newest = cursor.fetchone()
                cursor.close()
            finally:
                connection.close()
        except self._errors:
            return None  # the long way says what is wrong
        return None if newest is None else (newest[0], newest[1])

    def _answer(self, document: Document, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        coding = best_coding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        known = has(environ.get("HTTP_IF_NONE_MATCH", ""), document.tag)
        headers = [*self._headers, *document.headers(coding, with_body=not known)]
        start_response("304 NOT MODIFIED" if known else "200 OK", headers)
        return [] if known else [document.bodies[coding]]


@lru_cache(maxsize=1024)
def has(if_none_match: str, tag: str) -> bool:
    """Tell whether the caller has the document in any coding."""
    if not if_none_match:
        return False
    etags = parse_etags(if_none_match)
    return any(etags.contains_weak(coded(tag, coding)) for coding in ("br", "gzip", "identity"))
