"""Documents of a revision that many phones fetch: made once, compressed once, revalidated for nothing."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import brotli  # type: ignore[import-untyped]  # ships no types
import orjson
from flask import Response, request

from .service import Published

SMALL_BYTES = 4 * 1024 * 1024
HEADERS = {"ETag": {"description": "Names these bytes; send it back as If-None-Match.", "schema": {"type": "string"}}}
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one answer, plain and compressed, and the tag that names them."""

    tag: str
    bodies: dict[str, bytes]
    """By content coding: ``br``, ``gzip``, ``identity``."""


def answer(published: Published, key: tuple[str, ...], make: Callable[[], Any]) -> Response:
    """Answer with the document ``key`` of a revision, made by ``make`` at the first request; 304 where it is known.

    The revision never changes, so neither do its documents: they live in its memory and die with it.
    """
    document = published.memory.get(key)
    if document is None:
        with _lock:  # compressing takes a second: a hundred phones that wake together must not each do it
            document = published.memory.get(key)
            if document is None:
                document = published.memory[key] = pack(make(), _tag(published, key))
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
    coding = next((one for one in ("br", "gzip") if request.accept_encodings[one] > 0), "identity")
    known = any(request.if_none_match.contains_weak(_coded(document.tag, one)) for one in document.bodies)
    response = Response(status=304) if known else Response(document.bodies[coding], mimetype="application/json")
    if coding != "identity" and not known:
        response.headers["Content-Encoding"] = coding
    response.set_etag(_coded(document.tag, coding))
    response.headers["Cache-Control"] = "public, no-cache"
    response.vary.update(["Accept-Encoding", "Accept-Language"])
    return response


def _coded(tag: str, coding: str) -> str:
    """Return the strong tag of one coding: different bytes must have different tags."""
    return tag if coding == "identity" else f"{tag}-{coding}"


def _tag(published: Published, key: tuple[str, ...]) -> str:
    return "-".join((str(published.revision), published.content_hash[:16], *key))
