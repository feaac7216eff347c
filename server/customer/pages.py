"""The customers' pages as answers: drawn once a state, revalidated cheaply, in the language of the phone."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]  # ships no types
from flask import Response, current_app, render_template, request

from server.catalogue.service import Published, current
from server.database import now
from server.stock import service as stock_service

from .facts import said
from .kept import MARK, Ground
from .page import Asked, build
from .stock import CLOSED, Place, place_of, state_of
from .style import LIT, PAGE, Sheet
from .words import SHOP_CLOCK, SPOKEN, chosen, language_links, named, words

MINUTE = "public, max-age=60, stale-while-revalidate=600"
CROSS_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Expose-Headers": "Link, Location",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def _program() -> str:
    """Return a short name for the program that draws the pages: another one must not find its pages unchanged."""
    folder = Path(__file__).parents[1]
    parts = sorted(path for name in ("customer", "guide") for path in (folder / name).rglob("*.*") if path.is_file())
    texts = (path.read_bytes() for path in parts if path.suffix in (".py", ".html", ".css", ".json", ".js", ".svg"))
    return hashlib.sha256(b"".join(texts)).hexdigest()[:8]


PROGRAM = _program()


def of_product(published: Published, product: Mapping[str, Any], gtin: str = "") -> Response:
    """Answer with the page of a product, of one of its variants where ``gtin`` names it; or 304 before it is drawn."""
    lang, day = chosen(), today()
    asked = Asked(product, gtin, lang, request.args.get("shop", ""), day, current_app.config["PUBLIC_URL"], named())
    place = place_of(published.shops, product, asked.shop, day)
    shop = place.shop["id"] if place.shop else ""
    version = stock_service.version(shop) if place.sells else 0
    tag = f"{published.content_hash[:12]}-{PROGRAM}-{lang}{named()}-{shop}-{place.state}-{day:%y%m%d}-{version}"
    sheet = LIT if product.get("photos") else PAGE  # a 304 too says which: a cache puts its headers to the page it has
    if is_known(tag):
        return sent("", 304, tag, lang, sheet)
    request.environ[MARK] = (published, Ground(shop if place.sells else "", version, day))
    levels = stock_service.levels(shop) if place.sells else {}
    view = build(published, asked, levels, place)
    return sent(render_template("customer/page.html", style=sheet.text, **view), 200, tag, lang, sheet)


def opened(response: Response) -> Response:
    """Let pages of every site read an answer of a blueprint; no cookie is ever in it."""
    response.headers.update(CROSS_ORIGIN)
    return response


def is_known(tag: str) -> bool:
    """Tell whether the caller has the page of a tag, in any coding."""
    return any(request.if_none_match.contains_weak(f"{tag}{coding}") for coding in ("", "-br", "-gzip"))


def place(published: Published, product: Mapping[str, Any]) -> Place:
    """Return the shop that speaks on the product's page today."""
    return place_of(published.shops, product, request.args.get("shop", ""), today())


def today() -> date:
    """Return the day on the shop's wall."""
    return now().astimezone(SHOP_CLOCK).date()


def problem(status: int, kind: str, message: Mapping[str, str], more: str = "") -> Response:
    """Answer with a small page that says what to do."""
    lang = chosen()
    speak = words(lang)
    page = render_template(
        "customer/problem.html",
        **frame(lang),
        languages=language_links(same_address),
        kind=kind,
        detail=said(message, speak),
        more=speak.say(more) if more else "",
        help=f"{kind}_help" if _somebody_is_there() else "closed_help",
    )
    return sent(page, status, "", lang)


def _somebody_is_there() -> bool:
    """Tell whether a shop has a team to show a tag to: each but those that closed for good."""
    return any(state_of(shop, today()) != CLOSED for shop in current().shops.values())


def same_address(lang: str) -> str:
    """Return the address that was asked for, as it came, in a language."""
    path, _, query = raw_address().partition("#")[0].partition("?")
    others = [pair for pair in query.split("&") if pair and not pair.startswith("lang=")]
    # One slash at the beginning: two would lead to another host.
    return f"/{path.lstrip('/')}?{'&'.join([*others, f'lang={lang}'])}"


def raw_address() -> str:
    """Return the path and query as they came over the wire, still percent-encoded."""
    raw = request.environ.get("RAW_URI") or request.environ.get("REQUEST_URI")
    return str(raw or request.full_path)


def frame(lang: str, sheet: Sheet = PAGE) -> dict[str, Any]:
    """Return what each page's frame needs."""
    return {"style": sheet.text, "lang": lang, "w": words(lang)}


def in_each_language(key: str, **fill: str) -> dict[str, str]:
    """Return a sentence in every language of the pages."""
    return {lang: words(lang).say(key, **fill) for lang in SPOKEN}


def sent(page: str, status: int, tag: str, lang: str, sheet: Sheet = PAGE) -> Response:
    """Return a page in the coding the phone takes, with what caches and browsers must know."""
    body, coding = _coded(page)
    response = Response(b"" if status == 304 else body, status=status, mimetype="text/html")
    if coding and status != 304:
        response.headers["Content-Encoding"] = coding
    if tag:
        response.set_etag(f"{tag}-{coding}" if coding else tag)
    response.headers["Cache-Control"] = MINUTE if tag else "no-store"
    response.headers["Content-Language"] = lang
    response.headers["Content-Security-Policy"] = sheet.policy
    response.vary.update(_decided_by())
    return response


def _decided_by() -> list[str]:
    """Return the headers of the request that the answer depends on: a cache in between keeps one page for each."""
    found = ["Accept-Encoding"]
    if not named():
        found.append("Accept-Language")
    return [*found, "Accept", "Sec-Fetch-Mode"] if request.path.startswith("/01/") else found


def _coded(page: str) -> tuple[bytes, str]:
    plain = page.encode()
    if request.accept_encodings["br"] > 0:
        return brotli.compress(plain, mode=brotli.MODE_TEXT, quality=5), "br"
    if request.accept_encodings["gzip"] > 0:
        return gzip.compress(plain, 6, mtime=0), "gzip"
    return plain, ""
