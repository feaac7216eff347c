"""What a request asks of the resolver: a type of link, and the form of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Any
from urllib.parse import unquote_plus

from werkzeug.datastructures import Headers, MIMEAccept
from werkzeug.http import parse_accept_header

from .links import VOCABULARY

PREFIXES = ("gs1:", VOCABULARY, "https://gs1.org/voc/", "https://www.gs1.org/voc/", "http://gs1.org/voc/")
"""Ways to write a link type. The first is the CURIE, the others are the same vocabulary under its older addresses."""
ALL_LINKS = frozenset({"linkset", "all"})
""""all" is what resolvers were asked for until 2024."""


class Form(Enum):
    """How the caller wants to be answered; the value is the media type."""

    LINKSET = "application/linkset+json"
    JSON_LD = "application/ld+json"
    JSON = "application/json"
    PAGE = "text/html"
    ANY = "*/*"

    @property
    def is_data(self) -> bool:
        return self in (Form.LINKSET, Form.JSON_LD, Form.JSON)


def form_of(accepted: MIMEAccept) -> Form:
    """Return the form that is named with the highest weight, in the order above; ``ANY`` where none is named.

    Only what is named counts: ``*/*`` is what tools send that do not care.
    """
    # What follows a semicolon (a charset, a profile) narrows a form of which there is one here.
    weights: Mapping[str, float] = {
        kind.partition(";")[0].strip().lower(): weight for kind, weight in reversed(list(accepted))
    }
    named = [form for form in Form if form is not Form.ANY and weights.get(form.value, 0) > 0]
    return max(named, key=lambda form: weights[form.value], default=Form.ANY)


def is_opened(headers: Headers) -> bool:
    """Tell whether a person opens the address in a browser: it says so itself, or accepts XHTML as only browsers do."""
    return headers.get("Sec-Fetch-Mode") == "navigate" or "application/xhtml+xml" in headers.get("Accept", "")


def shows_page(environ: Mapping[str, Any]) -> bool:
    """Tell whether a request for a page or a tag is answered by the page itself."""
    if not str(environ.get("PATH_INFO", "")).startswith("/01/"):
        return True
    return _opened_as_page(environ.get("HTTP_ACCEPT", ""), environ.get("HTTP_SEC_FETCH_MODE", ""))


@lru_cache(maxsize=512)
def _opened_as_page(accept: str, mode: str) -> bool:
    headers = Headers([("Accept", accept), ("Sec-Fetch-Mode", mode)])
    return form_of(parse_accept_header(accept, MIMEAccept)) is Form.PAGE and is_opened(headers)


def link_type(query: str) -> str:
    """Return the link type of a raw query without its prefix, "linkset" for all of them, "" where none is asked for."""
    for pair in query.replace(";", "&").split("&"):
        key, _, raw = pair.partition("=")
        if key == "linkType" and raw:
            return _bare(unquote_plus(raw))
    return ""


def _bare(name: str) -> str:
    if name in ALL_LINKS:
        return "linkset"
    prefix = next((each for each in PREFIXES if name.startswith(each)), "")
    # Without one of the prefixes it is a word of another vocabulary, which has no links here.
    return name.removeprefix(prefix) if prefix else f"?{name}"


def with_query(href: str, query: str) -> str:
    """Return an address with a raw query passed on byte for byte, before its fragment."""
    if not query:
        return href
    address, mark, fragment = href.partition("#")
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}{query}{mark}{fragment}"
