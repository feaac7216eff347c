"""A shop's own file, ``shop.yaml``: the dates and name of a shop beside its tables."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from catalog import yamlfile
from catalog.errors import DataError
from catalog.model import LANGUAGES, Shop

from .drafts import REF
from .findings import Findings
from .shop_in import ShopTables
from .table import Place
from .text_in import decode

NAMES = (".yaml", ".yml")


class _Text(Schema):
    fr = fields.String(required=True, validate=validate.Length(min=1, max=120))
    en = fields.String(validate=validate.Length(min=1, max=120))
    de = fields.String(validate=validate.Length(min=1, max=120))
    it = fields.String(validate=validate.Length(min=1, max=120))
    es = fields.String(validate=validate.Length(min=1, max=120))


class _Shop(Schema):
    id = fields.String(required=True, validate=validate.Regexp(f"{REF.pattern}$"))
    name = fields.String(required=True, validate=validate.Length(min=1, max=120))
    place = fields.Nested(_Text, required=True)
    opens_on = fields.Date(required=True)
    closes_on = fields.Date(required=True)
    currency = fields.String(required=True, validate=validate.OneOf(("EUR",)))
    languages = fields.List(
        fields.String(validate=validate.OneOf(LANGUAGES)), required=True, validate=validate.Length(min=1)
    )
    demonstration = fields.Boolean(load_default=False)


def read_shop_file(name: str, data: bytes, into: ShopTables, findings: Findings) -> None:
    """Add the shop of a YAML file."""
    text = decode(data)
    if text is None:
        findings.add("not-text", Place(name))
        return
    try:
        document = yamlfile.parse(text, name, _Shop())
    except DataError as error:
        for finding in error.findings:
            findings.say(finding.code, Place(name, finding.line), finding.column, finding.message)
        return
    _take(document, into, findings)


def _take(document: yamlfile.Document, into: ShopTables, findings: Findings) -> None:
    data: dict[str, Any] = document.data
    place = Place(document.file, 1)
    if data["closes_on"] < data["opens_on"]:
        line = document.lines.get(("closes_on",))
        findings.add("closes-before-opening", Place(document.file, line), "closes_on", value=data["closes_on"])
        return
    shop = Shop(
        id=data["id"],
        name=data["name"],
        place=data["place"],
        opens_on=data["opens_on"].isoformat(),
        closes_on=data["closes_on"].isoformat(),
        currency=data["currency"],
        languages=tuple(data["languages"]),
        demonstration=data["demonstration"],
    )
    if shop.id in into.shop_places:
        findings.add("duplicate-shop", place, "id", value=shop.id, first=into.shop_places[shop.id].line)
        return
    into.shop_places[shop.id] = place
    into.shops[shop.id] = shop
    into.given[shop.id] = frozenset(
        {"name", "opens_on", "closes_on", "currency", "languages", "demonstration"}
        | {f"place.{lang}" for lang in shop.place}
    )
