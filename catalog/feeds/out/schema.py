"""What the JSON of the whole catalogue holds, as a JSON Schema (draft 2020-12)."""

from __future__ import annotations

from typing import Any, Final

from catalog.model import AUDIENCES, LANGUAGES

from .source_json import FORMAT

Node = dict[str, Any]
_TEXT: Final[Node] = {"type": "string"}
_FLAG: Final[Node] = {"type": "boolean"}
_WHOLE: Final[Node] = {"type": "integer"}
_DAY: Final[Node] = {"type": "string", "pattern": "^(\\d{4}-\\d{2}-\\d{2})?$"}
_SAID: Final[Node] = {
    "type": "object",
    "description": "A text by language.",
    "propertyNames": {"enum": list(LANGUAGES)},
    "additionalProperties": _TEXT,
}
_LIST: Final[Node] = {"type": "array", "items": _TEXT}
_SCALAR: Final[Node] = {"type": ["string", "integer", "boolean"]}


def schema() -> Node:
    """Return the schema of what ``source_json`` writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Cordée: the whole catalogue of a revision",
        "description": "Money is integer cents; GTINs have 14 digits; measures are in the attribute's own unit.",
        **_object(
            format={"const": FORMAT},
            products=_by("The product's reference.", _PRODUCT),
            variants=_by("The GTIN.", _VARIANT),
            shops=_by("The shop's id.", _SHOP),
            size_charts=_by("The chart's id.", {"type": "object"}),
            photos=_by("The reference and the photo's fingerprint.", _PHOTO),
            knowledge=_by("part/id/field of the advice.", _TEXT),
        ),
    }


def _object(**properties: Node) -> Node:
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _by(name: str, node: Node) -> Node:
    return {"type": "object", "description": f"By key: {name}", "additionalProperties": node}


def _row(description: str, *items: Node) -> Node:
    return {
        "type": "array",
        "description": description,
        "prefixItems": list(items),
        "minItems": len(items),
        "maxItems": len(items),
    }


_PRODUCT: Final = _object(
    ref=_TEXT,
    name=_TEXT,
    brand=_TEXT,
    category=_TEXT,
    audience={"enum": list(AUDIENCES)},
    market=_TEXT,
    season=_TEXT,
    size_chart=_TEXT,
    demonstration=_FLAG,
    activities=_LIST,
    technologies=_LIST,
    care=_LIST,
    sources=_LIST,
    use=_SAID,
    fit_note=_SAID,
    properties=_by("The attribute's id.", _row("Value, provenance, source, note.", _SCALAR, _TEXT, _TEXT, _TEXT)),
    set_aside={
        "type": "array",
        "items": _row("Attribute, value, provenance, source, reason.", _TEXT, _SCALAR, _TEXT, _TEXT, _TEXT),
    },
)
_VARIANT: Final = _object(
    sku=_TEXT,
    ref=_TEXT,
    size=_TEXT,
    colour=_SAID,
    hex={"type": "string", "pattern": "^#[0-9a-f]{6}$"},
    demonstration=_FLAG,
)
_PHOTO: Final = _object(
    ref=_TEXT,
    photo=_TEXT,
    colour=_TEXT,
    position=_WHOLE,
    width=_WHOLE,
    height=_WHOLE,
    focus_x=_WHOLE,
    focus_y=_WHOLE,
    alt=_SAID,
)
_SHOP: Final = _object(
    id=_TEXT,
    name=_TEXT,
    opens_on=_DAY,
    closes_on=_DAY,
    currency={"type": "string", "pattern": "^[A-Z]{3}$"},
    demonstration=_FLAG,
    place=_SAID,
    languages={"type": "array", "items": {"enum": list(LANGUAGES)}},
    assortment=_by("The GTIN.", _row("Price and reference price.", _WHOLE, {"type": ["integer", "null"]})),
)
