"""Documents of a revision that many phones fetch: made once, compressed once, revalidated for nothing."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import brotli  # type: ignore[import-untyped]  # ships no types
import orjson
from flask import Response, request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from catalog.model import LANGUAGES

from .service import Published

SMALL_BYTES = 4 * 1024 * 1024
CODINGS = ("br", "gzip", "identity")
HEADERS = {"ETag": {"description": "Names these bytes; send it back as If-None-Match.", "schema": {"type": "string"}}}
PLAIN_QUERY = re.compile(rf"lang=(?:{'|'.join(LANGUAGES)})(?:&from=[1-9]\d{{0,9}})?")
_lock = threading.RLock()


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one answer by content coding, and the tag that names them."""

    tag: str
    bodies: dict[str, bytes]

    def headers(self, coding: str, *, with_body: bool) -> list[tuple[str, str]]:
        """Return what describes the document in one coding; a 304 says nothing of a body."""
        described = [
            ("ETag", f'"{coded(self.tag, coding)}"'),
            ("Cache-Control", "public, no-cache"),
            ("Vary", "Accept-Encoding, Accept-Language"),
        ]
        if with_body:
            described += [("Content-Type", "application/json"), ("Content-Length", str(len(self.bodies[coding])))]
            described += [("Content-Encoding", coding)] if coding != "identity" else []
        return described


def answer(published: Published, key: tuple[str, ...], make: Callable[[], Any]) -> Response:
    """Answer with the document ``key`` of a revision, made by ``make`` at the first request; 304 where it is known."""
    return given(published, hold(published, key, lambda: pack(make(), tag(published, key))))


def hold(published: Published, key: tuple[str, ...], make: Callable[[], Document]) -> Document:
    """Return the document ``key`` of a revision, made by ``make`` where it is not held yet.

    The revision never changes, so neither do its documents: they live in its memory and die with it.
    """
    document: Document | None = published.memory.get(key)
    if document is None:
        with _lock:  # compressing takes a second: a hundred phones that wake together must not each do it
            document = published.memory.get(key)
            if document is None:
                document = published.memory[key] = make()
    return document


def given(published: Published, document: Document, *, often: bool = True) -> Response:
    """Answer with a held document; where it is asked for ``often``, the short way gives it next time.

    Only a query out of a few may be asked for often: queries are endless, memory is not.
    """
    query = request.query_string.decode("latin-1")
    if often and PLAIN_QUERY.fullmatch(query):
        published.memory[front_key(request.path, query)] = document
    return negotiate(document)


def pack(content: Any, tag: str) -> Document:
    """Return the document's bytes, compressed as well as its size allows without making a phone wait."""
    plain = orjson.dumps(content, option=orjson.OPT_NON_STR_KEYS)
    quality = 9 if len(plain) < SMALL_BYTES else 5
    return Document(
        tag,
        {
            "br": brotli.compress(plain, mode=brotli.MODE_TEXT, quality=quality),
            "gzip": gzip.compress(plain, 6, mtime=0),
            "identity": plain,
        },
    )


def negotiate(document: Document) -> Response:
    """Return the bytes in the coding that the caller takes, or 304 where the caller has them in any coding."""
    coding = best_coding(request.headers.get("Accept-Encoding", ""))
    known = any(request.if_none_match.contains_weak(coded(document.tag, one)) for one in CODINGS)
    response = Response(b"" if known else document.bodies[coding], status=304 if known else 200)
    for name, value in document.headers(coding, with_body=not known):
        response.headers[name] = value
    return response


@lru_cache(maxsize=256)
def best_coding(accepted: str) -> str:
    """Return the smallest coding that ``Accept-Encoding`` allows."""
    wishes = parse_accept_header(accepted, Accept)
    return next((coding for coding in ("br", "gzip") if wishes[coding] > 0), "identity")


def coded(tag: str, coding: str) -> str:
    """Return the tag of one coding: different bytes must have different strong tags."""
    return tag if coding == "identity" else f"{tag}-{coding}"


def front_key(path: str, query: str) -> tuple[str, str, str]:
    """Return the key by which an address finds its document without being routed."""
    return ("front", path, query)


def tag(published: Published, key: tuple[str, ...]) -> str:
    """Return the tag of the document ``key`` of a revision, without its coding."""
    return "-".join((str(published.revision), published.content_hash[:16], *key))
