"""Addresses on tags: GS1 Digital Links and product references, answered by a page at once."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from typing import Any

import brotli  # type: ignore[import-untyped]  # ships no types
from flask import Blueprint, Response, current_app, render_template, request

from catalog.digital_link import DigitalLink, parse_digital_link
from catalog.gtin import GtinError, is_restricted
from server import access
from server.catalogue.service import Published, current
from server.database import now
from server.stock import service as stock_service

from .facts import said
from .page import Asked, build
from .stock import place_of
from .style import POLICY, STYLE, TAG
from .words import SHOP_CLOCK, SPOKEN, chosen, words

blueprint = Blueprint("customer", __name__, template_folder="templates")
MINUTE = "public, max-age=60, stale-while-revalidate=600"
CROSS_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Expose-Headers": "Link, Location",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@blueprint.route("/01/", defaults={"rest": ""}, methods=["GET", "OPTIONS"], merge_slashes=False)
@blueprint.route("/01/<path:rest>", methods=["GET", "OPTIONS"], merge_slashes=False, provide_automatic_options=False)
@access.public
def scanned(rest: str) -> Response:
    """Answer a scanned tag: the page of the piece, whatever qualifiers follow the number."""
    if request.method == "OPTIONS":
        return Response(status=204, headers=CROSS_ORIGIN | {"Allow": "GET, HEAD, OPTIONS"})
    try:
        link = parse_digital_link(raw_address())
    except GtinError as error:
        return _problem(400, "bad", error.message)
    return _page_of_link(link)


@blueprint.get("/p/<ref>")
@access.public
def by_reference(ref: str) -> Response:
    """Answer with the page of a product by its reference."""
    published = current()
    product = published.products_by_ref.get(ref)
    if product is None:
        return _problem(404, "not_found", _both("not_found_ref"))
    return _page(published, product, "", f"/p/{ref}")


def raw_address() -> str:
    """Return the path and query as they came over the wire, still percent-encoded."""
    raw = request.environ.get("RAW_URI") or request.environ.get("REQUEST_URI")
    return str(raw or request.full_path)


def _page_of_link(link: DigitalLink) -> Response:
    published = current()
    product = published.products_by_gtin.get(link.gtin)
    if product is None:
        key = "code_restricted" if is_restricted(link.gtin) else ""
        return _problem(404, "not_found", _both("not_found_line", code=link.gtin), key)
    return _page(published, product, link.gtin, f"/01/{link.gtin}")


def _page(published: Published, product: Mapping[str, Any], gtin: str, path: str) -> Response:
    """Answer with a page, or 304 before anything is drawn."""
    today = now().astimezone(SHOP_CLOCK).date()
    lang = chosen()
    asked = Asked(product, gtin, lang, request.args.get("shop", ""), today, current_app.config["PUBLIC_URL"], path)
    place = place_of(published.shops, product, asked.shop, today)
    shop = place.shop["id"] if place.shop else ""
    version = stock_service.version(shop) if place.sells else 0
    tag = f"{published.content_hash[:12]}-{TAG}-{lang}-{shop}-{place.state}-{version}"
    known = any(request.if_none_match.contains_weak(f"{tag}{coding}") for coding in ("", "-br", "-gzip"))
    if known:
        return _sent("", 304, tag, lang)
    levels = stock_service.levels(shop) if place.sells else {}
    view = build(published, asked, levels, place)
    return _sent(render_template("customer/page.html", style=STYLE, **view), 200, tag, lang)


def _problem(status: int, kind: str, message: Mapping[str, str], more: str = "") -> Response:
    """Answer with a small page that says what to do."""
    lang = chosen()
    speak = words(lang)
    page = render_template(
        "customer/problem.html",
        style=STYLE,
        lang=lang,
        w=speak,
        kind=kind,
        detail=said(message, speak),
        more=speak.say(more) if more else "",
    )
    return _sent(page, status, "", lang)


def _both(key: str, **fill: str) -> dict[str, str]:
    return {lang: words(lang).say(key, **fill) for lang in SPOKEN}


def _sent(page: str, status: int, tag: str, lang: str) -> Response:
    """Return a page in the coding the phone takes, with what caches and browsers must know."""
    body, coding = _coded(page)
    response = Response(b"" if status == 304 else body, status=status, mimetype="text/html")
    if coding and status != 304:
        response.headers["Content-Encoding"] = coding
    if tag:
        response.set_etag(f"{tag}-{coding}" if coding else tag)
    response.headers["Cache-Control"] = MINUTE if tag else "no-store"
    response.headers["Content-Language"] = lang
    response.headers["Content-Security-Policy"] = POLICY
    response.headers.update(CROSS_ORIGIN)
    response.vary.update(["Accept-Language", "Accept-Encoding"])
    return response


def _coded(page: str) -> tuple[bytes, str]:
    plain = page.encode()
    if request.accept_encodings["br"] > 0:
        return brotli.compress(plain, mode=brotli.MODE_TEXT, quality=5), "br"
    if request.accept_encodings["gzip"] > 0:
        return gzip.compress(plain, 6, mtime=0), "gzip"
    return plain, ""
