"""The published catalogue, for anyone who may look into the shop's window."""

from __future__ import annotations

from typing import Any

from flask import Response

from catalog.speech import speech
from catalog.text import localise
from server import access
from server.api import Blueprint
from server.errors import NotFound
from server.language import wanted

from . import documents, products, snapshots
from .schemas import (
    GtinSchema,
    LanguageQuery,
    ProductSchema,
    ProductsQuery,
    ProductsSchema,
    ShopQuery,
    SnapshotQuery,
    SnapshotSchema,
    SpeechSchema,
    VocabularySchema,
)
from .service import Published, current

blueprint = Blueprint("catalogue", __name__, url_prefix="/api/v1", description="Products of the published revision")
WORDS = ("attributes", "categories", "groups", "gauges", "technologies", "care")


@blueprint.get("/products")
@access.public
@blueprint.arguments(ProductsQuery, location="query")
@blueprint.response(200, ProductsSchema)
@blueprint.errors(404, 503)
def list_products(query: dict[str, Any]) -> Any:
    """List products, page by page."""
    return products.page(current(), query, wanted(query.get("lang")))


@blueprint.get("/products/<string:ref>")
@access.public
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, ProductSchema)
@blueprint.errors(404, 503)
def show_product(query: dict[str, Any], ref: str) -> Any:
    """Show a product with its properties and variants."""
    return products.whole(current(), ref, query.get("shop"), wanted(query.get("lang")))


@blueprint.get("/gtins/<string:gtin>")
@access.public
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, GtinSchema)
@blueprint.errors(404, 503)
def show_gtin(query: dict[str, Any], gtin: str) -> Any:
    """Show the product of a barcode of 8, 12, 13 or 14 digits."""
    return products.by_gtin(current(), gtin, query.get("shop"), wanted(query.get("lang")))


@blueprint.get("/vocabulary")
@access.public
@blueprint.arguments(LanguageQuery, location="query")
@blueprint.response(200, VocabularySchema, headers=documents.HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(503)
def show_vocabulary(query: dict[str, Any]) -> Response:
    """Show what the ids of attributes, categories, gauges, technologies and care mean."""
    published, lang = current(), wanted(query.get("lang"))
    return documents.answer(published, ("vocabulary", lang), lambda: _vocabulary(published, lang))


@blueprint.get("/shops/<string:shop>/snapshot")
@access.public
@blueprint.arguments(SnapshotQuery, location="query")
@blueprint.response(200, SnapshotSchema, headers=documents.HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404, 503)
def show_snapshot(query: dict[str, Any], shop: str) -> Response:
    """Give a phone everything it needs to advise without a network, or only what changed since it last asked."""
    published, lang = current(), wanted(query.get("lang"))
    if shop not in published.shops:
        raise NotFound("shop-not-found")
    known = query.get("from_")
    often = known is None or snapshots.is_near(published, known)
    return documents.given(published, snapshots.document(published, shop, lang, known), often=often)


@blueprint.get("/shops/<string:shop>/speech")
@access.public
@blueprint.arguments(LanguageQuery, location="query")
@blueprint.response(200, SpeechSchema, headers=documents.HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404, 503)
def show_speech(query: dict[str, Any], shop: str) -> Response:
    """Give a phone that has the snapshot what it says to a customer in another language."""
    published, lang = current(), wanted(query.get("lang"))
    if shop not in published.shops:
        raise NotFound("shop-not-found")
    return documents.answer(
        published, ("speech", shop, lang), lambda: speech(published.document, shop, lang, published.revision)
    )


def _vocabulary(published: Published, lang: str) -> dict[str, Any]:
    return {"revision": published.revision, **{key: localise(published.document[key], lang) for key in WORDS}}
