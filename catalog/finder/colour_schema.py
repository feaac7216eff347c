"""The form of the table of colours."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from catalog.yamlfile import Sentence
from catalog.yamlschema import Text, kebab, whole, words


class _Family(Schema):
    id = kebab(required=True)
    label = Text(required=True)
    words = fields.Dict(fields.String(validate=validate.OneOf(["fr", "en"])), words(), required=True)


def _bounds() -> fields.List[Any]:
    return fields.List(whole(), required=True, validate=validate.Length(equal=2))


class _Band(Schema):
    family = kebab(required=True)
    lightness = _bounds()
    chroma = _bounds()
    hue = _bounds()


class ColoursSchema(Schema):
    weight = whole(required=True, validate=validate.Range(1, 100))
    reason = Text(required=True)
    caution = Text(required=True)
    source = words(required=True, validate=validate.Length(min=1))
    families = fields.List(fields.Nested(_Family), required=True)
    bands = fields.List(fields.Nested(_Band), required=True)

    @validates_schema
    def each_band_has_a_family(self, data: dict[str, Any], **_: Any) -> None:
        known = {family["id"] for family in data["families"]}
        if not all(band["family"] in known for band in data["bands"]):
            raise ValidationError(Sentence("Name one of the families.", "Nommez l’une des familles."), "bands")
