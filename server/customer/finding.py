"""What search engines are told: the pages of pieces while a real shop is open, and nothing after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from flask import Blueprint, Response, current_app

from server import access
from server.catalogue.service import Published, current
from server.database import now

from .stock import OPEN, state_of
from .words import SHOP_CLOCK, SPOKEN

blueprint = Blueprint("finding", __name__)
DAY = "public, max-age=3600"
CLOSED_TO_ALL = ("/app/", "/api/")


@blueprint.get("/robots.txt")
@access.public
def robots() -> Response:
    """Tell robots where to stay out. Pages that are not to be found say so themselves, which has to be readable."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED_TO_ALL)]
    if _open_shops(current()):
        lines.append(f"Sitemap: {current_app.config['PUBLIC_URL']}/sitemap.xml")
    return _answer("\n".join([*lines, ""]), "text/plain")


@blueprint.get("/sitemap.xml")
@access.public
def sitemap() -> Response:
    """List the pages of the pieces that open shops sell, each with its languages, and the guide."""
    published, address = current(), current_app.config["PUBLIC_URL"]
    shops = _open_shops(published)
    sold = {gtin for shop in shops for gtin in published.shops[shop]["assortment"]}
    paths = [
        f"/p/{product['ref']}"
        for product in published.document["products"]
        if not product["demonstration"] and any(variant["gtin"] in sold for variant in product["variants"])
    ]
    body = "".join(_urls(address, ["/guide", *paths] if shops else []))
    namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return _answer(f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {namespaces}>{body}</urlset>\n', "application/xml")


def _urls(address: str, paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        pages = [(lang, f"{address}{path}?lang={lang}") for lang in SPOKEN]
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(page)}"/>' for lang, page in pages
        )
        for _, page in pages:
            yield f"<url><loc>{escape(page)}</loc>{links}</url>"


def _open_shops(published: Published) -> list[str]:
    """Return the real shops that are open today: a made-up one is kept out of search."""
    today = now().astimezone(SHOP_CLOCK).date()
    return [
        shop["id"] for shop in published.shops.values() if not shop["demonstration"] and state_of(shop, today) == OPEN
    ]


def _answer(body: str, kind: str) -> Response:
    response = Response(body, mimetype=kind)
    response.headers["Cache-Control"] = DAY
    return response
