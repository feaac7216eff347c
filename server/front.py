"""A short way for the documents that every phone fetches, and for the pages behind tags: answered before Flask.

A shop's snapshot costs Flask a millisecond to find out that nothing has changed. Here it costs a look into memory, and
twenty times a second the question to the database whether its revision is still the newest. What another process
publishes is therefore seen after a twentieth of a second, what this one publishes at once. Whatever is not held already
takes the long way, which fills the memory. What goes this way is public, names nobody, and is not logged one by one.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from flask import Flask
from werkzeug.datastructures import Headers
from werkzeug.http import parse_etags

from .catalogue.documents import Document, best_coding, coded, front_key
from .catalogue.service import Published, shelf_of
from .customer import kept, pages
from .database import db
from .resolver import asked as resolver
from .security import add_headers
from .settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

TRUSTED_SECONDS = 0.05
"""How long an answer of the database holds: a thousand phones that wake together must not each ask it."""
NEWEST = "SELECT number, content_hash FROM revisions ORDER BY number DESC LIMIT 1"
COUNTED = "SELECT shop_id, version FROM stock_versions"


def init_app(app: Flask, settings: Settings) -> None:
    """Put the short way in front of the application."""
    app.wsgi_app = Front(app, app.wsgi_app, settings)  # type: ignore[method-assign]


class Front:
    """Answers GET requests whose document this worker holds; hands everything else on."""

    def __init__(self, app: Flask, long_way: WSGIApplication, settings: Settings) -> None:
        self._shelf = shelf_of(app)
        self._long_way = long_way
        self._trusted: tuple[Published | None, float] = (None, 0.0)
        self._counted: dict[str, int] = {}
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
            path = environ.get("PATH_INFO", "")
            if path.startswith(kept.PLACES):
                return self._page(held, environ, start_response)
            document = held.memory.get(front_key(path, environ.get("QUERY_STRING", "")))
            if document is not None and self._is_newest(held):
                return self._answer(document, environ, start_response)
        return self._long_way(environ, start_response)

    def _page(self, held: Published, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with a customer's page as it was sent before, where what it rests on is still so; else keep it."""
        key = kept.key_of(environ) if resolver.shows_page(environ) else None
        if key is None:
            return self._long_way(environ, start_response)
        page = kept.pages_of(held).get(key)
        if page is None or not self._is_newest(held) or not self._stands(page.ground):
            return self._kept(key, environ, start_response)
        if has(environ.get("HTTP_IF_NONE_MATCH", ""), kept.bare(page.tag)):
            start_response("304 NOT MODIFIED", page.without_body())
            return []
        start_response("200 OK", page.headers)
        return [page.body]

    def _stands(self, ground: kept.Ground) -> bool:
        """Tell whether the day and the stock are still those of a page."""
        return ground.day == pages.today() and (not ground.shop or self._counted.get(ground.shop, 0) == ground.version)

    def _kept(self, key: kept.Key, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Go the long way and keep the page that comes of it, as whole as it was sent."""
        said: list[tuple[str, kept.Headers]] = []

        def heard(status: str, headers: kept.Headers, *rest: Any) -> Any:
            said.append((status, headers))
            return start_response(status, headers, *rest)

        answer = self._long_way(environ, heard)
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        mark = environ.get(kept.MARK)
        if mark is not None and said and said[-1][0].startswith("200"):
            kept.keep(mark, key, said[-1][1], body)
        return [body]

    def _is_newest(self, held: Published) -> bool:
        """Tell whether the revision is the newest, or was within the last ``TRUSTED_SECONDS``."""
        moment = time.monotonic()
        trusted, until = self._trusted
        if held is trusted and moment < until:
            return True
        newest, counted = self._newest()
        if newest != (held.revision, held.content_hash):
            return False
        self._counted = counted
        self._trusted = (held, moment + TRUSTED_SECONDS)  # one assignment: threads share it
        return True

    def _forget(self, _: sa.Connection) -> None:
        """Ask anew: this process has changed something."""
        self._trusted = (None, 0.0)

    def _newest(self) -> tuple[tuple[int, str] | None, dict[str, int]]:
        """Ask the database for the newest revision and the state of each stock, without a session or an object.

        There is no revision where it does not answer.
        """
        try:
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute(NEWEST)
                newest = cursor.fetchone()
                cursor.execute(COUNTED)
                counted = dict(cursor.fetchall())
                cursor.close()
            finally:
                connection.close()
        except self._errors:
            return None, {}  # the long way says what is wrong
        return (None if newest is None else (newest[0], newest[1])), counted

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
