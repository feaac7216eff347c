"""Whole pages that are kept as they were sent, for as long as they are true.

Anybody may ask for any address, and memory is not endless: only addresses without a query, or with a language alone,
are kept, and of these the ones asked for last.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from server.catalogue.documents import best_coding
from server.catalogue.service import Published

from .words import SPOKEN, language_of

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

MOST_PAGES = 512
"""About twelve kilobytes each: six megabytes a worker."""
PLACES = ("/p/", "/01/", "/guide")
MARK = "cordee.page"
"""Where a view leaves in the environment what its page rests on: the revision and a ``Ground``."""
_PLAIN = re.compile(rf"(?:lang=({'|'.join(SPOKEN)}))?")
_NOT_KEPT = frozenset({"x-request-id", "date", "server"})
_SHELF = "customer-pages"
Key = tuple[str, str, str, str]
Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a page rests on besides the revision: the stock of a shop ("" for none), and the day."""

    shop: str
    version: int
    day: date


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was sent."""

    ground: Ground
    headers: Headers
    body: bytes

    @property
    def tag(self) -> str:
        return next((value.strip('"') for name, value in self.headers if name.lower() == "etag"), "")

    def without_body(self) -> Headers:
        """Return the headers of a 304."""
        gone = ("content-type", "content-length", "content-encoding")
        return [(name, value) for name, value in self.headers if name.lower() not in gone]


class Pages:
    """The pages of one revision, the longest unasked of them dropped first."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Key, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> Kept | None:
        """Return a page, if it is kept."""
        with self._lock:
            found = self._pages.get(key)
            if found is not None:
                self._pages.move_to_end(key)
            return found

    def put(self, key: Key, page: Kept) -> None:
        """Keep a page."""
        with self._lock:
            self._pages[key] = page
            self._pages.move_to_end(key)
            while len(self._pages) > MOST_PAGES:
                self._pages.popitem(last=False)


def pages_of(published: Published) -> Pages:
    """Return the pages of a revision; they die with it."""
    found: Pages = published.memory.setdefault(_SHELF, Pages())
    return found


def key_of(environ: WSGIEnvironment) -> Key | None:
    """Return under which key a request's page is kept, None where it is not to be kept."""
    path, plain = environ.get("PATH_INFO", ""), _PLAIN.fullmatch(environ.get("QUERY_STRING", ""))
    raw = str(environ.get("RAW_URI") or environ.get("REQUEST_URI") or path).partition("?")[0]
    # What is percent-encoded means another thing than the same letters decoded: it goes the long way.
    if environ["REQUEST_METHOD"] != "GET" or plain is None or raw != path:
        return None
    lang = plain[1] or language_of(environ.get("HTTP_ACCEPT_LANGUAGE", ""))
    return path, environ.get("QUERY_STRING", ""), lang, best_coding(environ.get("HTTP_ACCEPT_ENCODING", ""))


def keep(mark: tuple[Published, Ground], key: Key, headers: Headers, body: bytes) -> None:
    """Keep a page with the revision it was made from, without the headers that belong to one answer."""
    published, ground = mark
    lasting = [(name, value) for name, value in headers if name.lower() not in _NOT_KEPT]
    pages_of(published).put(key, Kept(ground, lasting, body))


def bare(tag: str) -> str:
    """Return a tag without its coding."""
    return tag.removesuffix("-br").removesuffix("-gzip")
