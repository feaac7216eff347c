"""The catalogue as a JSON tree and back, without loss."""

from __future__ import annotations

from typing import Any

from catalog.model import Colour, Photo, Price, Product, SetAside, Shop, Value, Variant

from .model import Catalogue

_PLAIN = ("ref", "name", "brand", "category", "audience", "market", "season", "size_chart", "demonstration")
_LISTS = ("activities", "technologies", "care", "sources")
_PHOTO_PLAIN = ("ref", "photo", "colour", "position", "width", "height", "focus_x", "focus_y")
_SHOP_PLAIN = ("id", "name", "opens_on", "closes_on", "currency", "demonstration")


def to_json(catalogue: Catalogue) -> dict[str, Any]:
    """Return the catalogue as a JSON tree in a stable order."""
    return {
        "products": {ref: _product_json(product) for ref, product in sorted(catalogue.products.items())},
        "variants": {gtin: _variant_json(variant) for gtin, variant in sorted(catalogue.variants.items())},
        "shops": {shop_id: _shop_json(shop) for shop_id, shop in sorted(catalogue.shops.items())},
        "size_charts": {chart_id: dict(chart) for chart_id, chart in sorted(catalogue.size_charts.items())},
        "photos": {key: _photo_json(photo) for key, photo in sorted(catalogue.photos.items())},
        "knowledge": dict(sorted(catalogue.knowledge.items())),
    }


def from_json(data: dict[str, Any]) -> Catalogue:
    """Return the catalogue that ``to_json`` wrote."""
    return Catalogue(
        products={ref: _product(item) for ref, item in data["products"].items()},
        variants={gtin: _variant(gtin, item) for gtin, item in data["variants"].items()},
        shops={shop_id: _shop(item) for shop_id, item in data["shops"].items()},
        size_charts=data.get("size_charts", {}),  # revisions before the table of charts have none
        photos={key: Photo(**item) for key, item in data.get("photos", {}).items()},  # nor before that of photos
        knowledge=data.get("knowledge", {}),
    )


def _product_json(product: Product) -> dict[str, Any]:
    return (
        {name: getattr(product, name) for name in _PLAIN}
        | {name: list(getattr(product, name)) for name in _LISTS}
        | {
            "use": dict(product.use),
            "fit_note": dict(product.fit_note),
            "properties": {
                name: [value.value, value.provenance, value.source, value.note]
                for name, value in sorted(product.properties.items())
            },
            "set_aside": [
                [entry.property, entry.value, entry.provenance, entry.source, entry.reason]
                for entry in product.set_aside
            ],
        }
    )


def _product(item: dict[str, Any]) -> Product:
    plain: dict[str, Any] = {name: item[name] for name in _PLAIN} | {name: tuple(item[name]) for name in _LISTS}
    return Product(
        **plain,
        use=item["use"],
        fit_note=item["fit_note"],
        properties={name: Value(*value) for name, value in item["properties"].items()},
        set_aside=tuple(SetAside(*entry) for entry in item["set_aside"]),
    )


def _variant_json(variant: Variant) -> dict[str, Any]:
    return {
        "sku": variant.sku,
        "ref": variant.ref,
        "size": variant.size,
        "colour": dict(variant.colour.name),
        "hex": variant.colour.hex,
        "demonstration": variant.demonstration,
    }


def _variant(gtin: str, item: dict[str, Any]) -> Variant:
    colour = Colour(item["colour"], item["hex"])
    return Variant(gtin, item["sku"], item["ref"], item["size"], colour, item["demonstration"])


def _photo_json(photo: Photo) -> dict[str, Any]:
    return {name: getattr(photo, name) for name in _PHOTO_PLAIN} | {"alt": dict(photo.alt)}


def _shop_json(shop: Shop) -> dict[str, Any]:
    return {name: getattr(shop, name) for name in _SHOP_PLAIN} | {
        "place": dict(shop.place),
        "languages": list(shop.languages),
        "assortment": {
            gtin: [price.price_cents, price.reference_price_cents] for gtin, price in sorted(shop.assortment.items())
        },
    }


def _shop(item: dict[str, Any]) -> Shop:
    return Shop(
        **{name: item[name] for name in _SHOP_PLAIN},
        place=item["place"],
        languages=tuple(item["languages"]),
        assortment={gtin: Price(gtin, *amounts) for gtin, amounts in item["assortment"].items()},
    )
