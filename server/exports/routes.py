"""Exports: the catalogue as a file to take away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from flask import Response, current_app, jsonify, request

from catalog.feeds.out.schema import schema
from server import access
from server.api import Blueprint
from server.catalogue.service import Published, current
from server.errors import Forbidden, NotFound
from server.language import spoken, wanted
from server.limits import limiter

from . import service
from .schemas import GoogleQuery, JsonQuery, OwnQuery, ShopifyQuery, TemplateQuery, TemplateSchema
from .service import Asked

blueprint = Blueprint("exports", __name__, url_prefix="/api/v1/exports", description="The catalogue as a file")
READERS = ("manager", "merchandiser", "administrator")
OFTEN = "240 per hour"
"""A large workbook costs seconds of a processor; a shop's spreadsheet may well fetch a feed every minute."""
_PIECE_BYTES = 64 * 1024
HEADERS = {"ETag": {"description": "Names this content; send it back as If-None-Match.", "schema": {"type": "string"}}}


@blueprint.get("/own")
@limiter.limit(OFTEN)
@access.allow(*READERS)
@blueprint.arguments(OwnQuery, location="query")
@blueprint.response(200, content_type=service.MIMES["zip"], headers=HEADERS, description="The tables.")
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404, 429, 503)
def own(query: dict[str, Any]) -> Response:
    """Take the catalogue away in the merchandiser's own format, or an empty template with its explanations."""
    return _answer(Asked("own", **{"lang": spoken(), **query}))


@blueprint.get("/shopify")
@limiter.limit(OFTEN)
@access.allow(*READERS)
@blueprint.arguments(ShopifyQuery, location="query")
@blueprint.response(200, content_type=service.MIMES["csv"], headers=HEADERS, description="The CSV.")
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404, 429, 503)
def shopify(query: dict[str, Any]) -> Response:
    """Take the pieces away as Shopify's product CSV."""
    return _answer(Asked("shopify", **{"lang": wanted(None), **query}, site=_site()))


@blueprint.get("/google")
@limiter.limit(OFTEN)
@access.allow(*READERS)
@blueprint.arguments(GoogleQuery, location="query")
@blueprint.response(200, content_type=service.MIMES["xml"], headers=HEADERS, description="The feed.")
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404, 429, 503)
def google(query: dict[str, Any]) -> Response:
    """Take a shop's offers away as a Google Merchant feed."""
    return _answer(Asked("google", **{"lang": wanted(None), **query}, site=_site()))


@blueprint.get("/json")
@limiter.limit(OFTEN)
@access.allow("merchandiser", "administrator")
@blueprint.arguments(JsonQuery, location="query")
@blueprint.response(200, content_type=service.MIMES["json"], headers=HEADERS, description="The whole source.")
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(429, 503)
def whole(query: dict[str, Any]) -> Response:
    """Take the whole catalogue away as JSON."""
    return _answer(Asked("json", query["format"], "fr"))


@blueprint.get("/json/schema")
@access.public
@blueprint.response(200, description="A JSON Schema.")
def whole_schema() -> Any:
    """Describe the whole catalogue's JSON, for whoever writes a program that reads it."""
    return jsonify(schema())


@blueprint.get("/template")
@access.allow(*READERS)
@blueprint.arguments(TemplateQuery, location="query")
@blueprint.response(200, TemplateSchema)
def template(query: dict[str, Any]) -> Any:
    """Explain the tables of the own format, column by column."""
    return service.template(query.get("lang") or spoken())


def _answer(asked: Asked) -> Response:
    """Answer with the file, or 304 where the caller has it; write down who took what."""
    published = current()
    asked = _within(asked)
    if asked.shop is not None and asked.shop not in published.shops:
        raise NotFound("shop-not-found")
    tag = service.tag(asked, published)
    known = request.if_none_match.contains_weak(tag)
    response = Response(status=304) if known else _file(asked, published)
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = "private, no-cache"
    response.vary.add("Accept-Language")
    return response


def _within(asked: Asked) -> Asked:
    """Keep a manager within the own shop, whose prices are the only ones that concern it."""
    caller = access.identity()
    if caller.everywhere:
        return asked
    if asked.shop not in (None, caller.shop_id):
        raise Forbidden("forbidden")
    return replace(asked, shop=caller.shop_id)


def _file(asked: Asked, published: Published) -> Response:
    made, size = service.make(asked, published)
    service.note(asked, published, access.identity().author)
    response = Response(_read(made), mimetype=service.MIMES[asked.ending])
    response.content_length = size
    response.headers.set(
        "Content-Disposition", "attachment", filename=asked.file_name(published.revision, published.published_on)
    )
    return response


def _read(made: IO[bytes]) -> Iterator[bytes]:
    """Yield a file piece by piece, and close it also where nobody waits for the end."""
    with made:
        while piece := made.read(_PIECE_BYTES):
            yield piece


def _site() -> str:
    site: str = current_app.config["PUBLIC_URL"]
    return site
