"""The shops of the published revision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import marshmallow as ma

from catalog.text import localise
from server import access
from server.api import Blueprint
from server.catalogue.schemas import LanguageQuery, SnapshotShopSchema
from server.catalogue.service import current
from server.errors import NotFound
from server.language import wanted

blueprint = Blueprint("shops", __name__, url_prefix="/api/v1", description="Shops, their dates and languages")
SHOWN = ("id", "name", "place", "opens_on", "closes_on", "currency", "languages", "demonstration")


class ShopSchema(SnapshotShopSchema):
    """A shop; ``variants`` counts what it sells."""

    variants = ma.fields.Int(required=True)


class ShopsSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(ShopSchema), required=True)


@blueprint.get("/shops")
@access.public
@blueprint.arguments(LanguageQuery, location="query")
@blueprint.response(200, ShopsSchema)
@blueprint.errors(503)
def list_shops(query: dict[str, Any]) -> Any:
    """List the shops."""
    lang = wanted(query.get("lang"))
    return {"items": [_shown(shop, lang) for shop in current().shops.values()]}


@blueprint.get("/shops/<string:shop>")
@access.public
@blueprint.arguments(LanguageQuery, location="query")
@blueprint.response(200, ShopSchema)
@blueprint.errors(404, 503)
def show_shop(query: dict[str, Any], shop: str) -> Any:
    """Show a shop."""
    entry = current().shops.get(shop)
    if entry is None:
        raise NotFound("shop-not-found")
    return _shown(entry, wanted(query.get("lang")))


def _shown(shop: Mapping[str, Any], lang: str) -> dict[str, Any]:
    chosen: dict[str, Any] = localise({key: shop[key] for key in SHOWN}, lang)
    return {**chosen, "variants": len(shop["assortment"])}
