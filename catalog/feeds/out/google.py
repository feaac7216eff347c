"""Google Merchant Center's product feed, as tab-separated text or as RSS 2.0."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import IO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from catalog.feeds import cells
from catalog.feeds.taxonomy import google_numbers
from catalog.gtin import is_coupon, is_restricted
from catalog.model import Price, Product, Variant

from .abroad import GENDERS, Abroad, age_group, allocated
from .rows import euros

NAMESPACE = "http://base.google.com/ns/1.0"
COLUMNS = (
    "id", "title", "description", "link", "image_link", "additional_image_link", "availability", "price", "sale_price",
    "brand", "gtin", "mpn", "identifier_exists", "condition", "google_product_category", "product_type", "color",
    "size", "gender", "age_group", "item_group_id", "product_weight", "custom_label_0", "custom_label_1",
)  # fmt: skip
_TITLE, _DESCRIPTION, _PICTURES = 150, 5_000, 10
"""What Google takes, in characters and in further pictures (support.google.com/merchants/answer/7052112)."""
Item = dict[str, str]
_PLAIN: AttributesImpl[str] = AttributesImpl({})


def items(abroad: Abroad) -> Iterator[Item]:
    """Yield an item a variant that the shop sells: without a price there is no offer."""
    prices = abroad.prices()
    for product, variants in abroad.pieces():
        for variant in variants:
            price = prices.get(variant.gtin)
            if price is not None:
                yield _item(abroad, product, variant, price)


def write_tsv(abroad: Abroad, out: IO[bytes]) -> None:
    """Write the feed as UTF-8 text, a tab between columns."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, delimiter="\t", restval="", lineterminator="\r\n")
    writer.writeheader()
    for item in items(abroad):
        writer.writerow({name: cells.neutral(text) for name, text in item.items()})
        out.write(buffer.getvalue().encode())
        buffer.seek(0)
        buffer.truncate()
    out.write(buffer.getvalue().encode())


def write_xml(abroad: Abroad, out: IO[bytes]) -> None:
    """Write the feed as RSS 2.0, item by item."""
    xml = XMLGenerator(out, encoding="utf-8")
    name = abroad.catalogue.shops[abroad.shop].name if abroad.shop else "Cordée"
    xml.startDocument()
    xml.startElement("rss", AttributesImpl({"version": "2.0", "xmlns:g": NAMESPACE}))
    xml.startElement("channel", _PLAIN)
    for tag, text in (("title", name), ("link", abroad.site), ("description", name)):
        _element(xml, tag, text)
    for item in items(abroad):
        xml.startElement("item", _PLAIN)
        for name, text in item.items():
            for each in text.split(",") if name == "additional_image_link" else (text,):
                _element(xml, f"g:{name}", each)
        xml.endElement("item")
    xml.endElement("channel")
    xml.endElement("rss")
    xml.endDocument()


def _element(xml: XMLGenerator, name: str, text: str) -> None:
    if text:
        xml.startElement(name, _PLAIN)
        xml.characters(text)
        xml.endElement(name)


def _item(abroad: Abroad, product: Product, variant: Variant, price: Price) -> Item:
    colour = abroad.said(variant.colour.name)
    pictures = list(abroad.shown(product, variant))
    weight = product.properties.get("weight_g")
    made_up = is_restricted(variant.gtin) or is_coupon(variant.gtin)
    return {
        "id": variant.gtin,
        "title": _title(product, colour, variant.size),
        "description": (abroad.said(product.use) or f"{product.brand} {product.name}")[:_DESCRIPTION],
        "link": f"{abroad.site}/01/{variant.gtin}",
        "image_link": next(iter(pictures), ""),
        "additional_image_link": ",".join(pictures[1 : 1 + _PICTURES]),
        "availability": "in_stock" if abroad.counts.get(variant.gtin, 0) > 0 else "out_of_stock",
        **_prices(abroad, price),
        "brand": product.brand,
        "gtin": "" if made_up else allocated(variant.gtin),
        "mpn": variant.sku,
        # Without a GTIN brand and MPN together name a piece; "no" beside them would contradict them.
        "identifier_exists": "no" if made_up and not (variant.sku and product.brand) else "yes",
        "condition": "new",
        "google_product_category": str(google_numbers().get(product.category, "")),
        "product_type": abroad.kind(product),
        "color": colour,
        "size": variant.size,
        "gender": GENDERS[product.audience],
        "age_group": age_group(product),
        "item_group_id": product.ref,
        "product_weight": f"{weight.value} g" if weight else "",
        "custom_label_0": product.category,
        "custom_label_1": product.season,
    }


def _title(product: Product, colour: str, size: str) -> str:
    """Return the model with what tells the variant apart, as Google wishes; the model alone where that is too long."""
    title = f"{product.brand} {product.name}, {colour}, {size}"
    return title if len(title) <= _TITLE else product.name[:_TITLE]


def _prices(abroad: Abroad, price: Price) -> Item:
    """Return the price before a reduction and the one asked now; Google writes the point and the currency behind."""
    currency = abroad.catalogue.shops[abroad.shop].currency if abroad.shop else "EUR"
    asked = f"{euros(price.price_cents)} {currency}"
    if price.reference_price_cents is None:
        return {"price": asked, "sale_price": ""}
    return {"price": f"{euros(price.reference_price_cents)} {currency}", "sale_price": asked}
