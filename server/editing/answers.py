"""What the desk is told of products."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from catalog.model import PROVENANCES
from server.catalogue.schemas import GaugeLevelSchema, PieceNameSchema
from server.schemas import answered, maybe

_SCALAR = {"type": ["boolean", "integer", "string"]}


def _list(field: Any) -> ma.fields.List[Any]:
    return ma.fields.List(field, required=True)


def _text(**kwargs: Any) -> ma.fields.Dict:
    """Return a field for a text by language."""
    return ma.fields.Dict(ma.fields.Str(), ma.fields.Str(), required=True, **kwargs)


class ColourShownSchema(ma.Schema):
    name = answered()
    hex = answered()


class DeskLineSchema(PieceNameSchema):
    """A model in the list."""

    audience = answered()
    season = answered()
    demonstration = answered(ma.fields.Bool)
    colours = _list(ma.fields.Nested(ColourShownSchema))
    sizes = _list(ma.fields.Str())
    variants = answered(ma.fields.Int)
    price_from_cents = maybe(ma.fields.Int)
    price_to_cents = maybe(ma.fields.Int)
    missing = _list(ma.fields.Str())
    estimated = _list(ma.fields.Str())
    photo = answered(ma.fields.Bool)
    etag = answered()


class DeskFacetSchema(ma.Schema):
    id = answered()
    label = answered()
    count = answered(ma.fields.Int)


class DeskFacetsSchema(ma.Schema):
    category = _list(ma.fields.Nested(DeskFacetSchema))
    brand = _list(ma.fields.Nested(DeskFacetSchema))
    audience = _list(ma.fields.Nested(DeskFacetSchema))
    missing = _list(ma.fields.Nested(DeskFacetSchema))
    estimated = _list(ma.fields.Nested(DeskFacetSchema))
    shop = _list(ma.fields.Nested(DeskFacetSchema))


class DeskInsteadSchema(ma.Schema):
    """A word that stands nowhere in the range, and those a slip away that are shown for it."""

    word = answered()
    found = _list(ma.fields.Str())


class DeskLinesSchema(ma.Schema):
    revision = answered(ma.fields.Int)
    items = _list(ma.fields.Nested(DeskLineSchema))
    total = answered(ma.fields.Int)
    next_cursor = maybe(ma.fields.Str)
    facets = ma.fields.Nested(DeskFacetsSchema, required=True)
    instead = _list(ma.fields.Nested(DeskInsteadSchema))


class StatedSchema(ma.Schema):
    """A value with its witness."""

    value = ma.fields.Raw(required=True, metadata=_SCALAR)
    provenance = ma.fields.Str(required=True, validate=ma.validate.OneOf(PROVENANCES))
    source = answered()
    note = answered()


class AsideSchema(ma.Schema):
    property = answered()
    value = ma.fields.Raw(required=True, metadata=_SCALAR)
    provenance = answered()
    source = answered()
    reason = answered()


class ColourByLanguageSchema(ma.Schema):
    name = _text()
    hex = answered()


class OwnVariantSchema(ma.Schema):
    gtin = answered()
    sku = answered()
    size = answered()
    colour = ma.fields.Nested(ColourByLanguageSchema, required=True)
    demonstration = answered(ma.fields.Bool)


class OwnPriceSchema(ma.Schema):
    shop = answered()
    gtin = answered()
    price_cents = answered(ma.fields.Int)
    reference_price_cents = maybe(ma.fields.Int)


class DeskProductSchema(ma.Schema):
    """Every fact of a model. ``completed`` is what technologies and rules give where nobody states it."""

    revision = answered(ma.fields.Int)
    etag = answered(metadata={"description": "Names these facts, in any revision: give it back as `if_match`."})
    ref = answered()
    name = answered()
    brand = answered()
    category = answered()
    audience = answered()
    use = _text()
    fit_note = _text()
    activities = _list(ma.fields.Str())
    technologies = _list(ma.fields.Str())
    market = answered()
    season = answered()
    size_chart = answered()
    care = _list(ma.fields.Str())
    sources = _list(ma.fields.Str())
    demonstration = answered(ma.fields.Bool)
    attributes = ma.fields.Dict(ma.fields.Str(), ma.fields.Nested(StatedSchema), required=True)
    set_aside = _list(ma.fields.Nested(AsideSchema))
    variants = _list(ma.fields.Nested(OwnVariantSchema))
    prices = _list(ma.fields.Nested(OwnPriceSchema))
    completed = ma.fields.Dict(ma.fields.Str(), ma.fields.Nested(StatedSchema), required=True)
    completed_care = _list(ma.fields.Str())
    completed_size_chart = answered()
    completed_technologies = _list(ma.fields.Str())
    gauges = ma.fields.Dict(ma.fields.Str(), ma.fields.Nested(GaugeLevelSchema), required=True)
    decisive = _list(ma.fields.Str())
    missing = _list(ma.fields.Str())
    photo = answered(ma.fields.Bool)
    shops = _list(ma.fields.Str())


class DeskDraftSchema(ma.Schema):
    """A draft as it would be shown: the piece as a phone has it, and the customer's page with its style apart."""

    product = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw(), required=True)
    missing = _list(ma.fields.Str())
    page = answered(metadata={"description": "HTML"})
    style = answered(metadata={"description": "CSS of the page"})


class DeskCellSchema(ma.Schema):
    """One cell before and after, as JSON; null where there is none."""

    ref = answered()
    name = answered()
    field = answered()
    variant = answered(metadata={"description": "Size and colour, where the cell is of one variant; else empty."})
    before = ma.fields.Raw(required=True, allow_none=True)
    after = ma.fields.Raw(required=True, allow_none=True)


class BulkShownSchema(ma.Schema):
    """What a change of many models would do. ``digest`` stands for every cell: give it back to propose just that."""

    digest = answered()
    selected = answered(ma.fields.Int)
    models = answered(ma.fields.Int)
    total = answered(ma.fields.Int)
    cells = _list(ma.fields.Nested(DeskCellSchema))


class ProposedImportSchema(ma.Schema):
    """The dry run that a proposal became: it may still be queued, and is to be asked for until it is ready."""

    id = answered()
    state = answered()


class EditorWordsSchema(ma.Schema):
    """What a form may choose from, in the reader's language; ``applies`` are an attribute's categories that decide."""

    attributes = _list(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()))
    categories = _list(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()))
    technologies = _list(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()))
    activities = _list(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()))
    care = _list(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()))
    size_charts = _list(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()))
    markets = _list(ma.fields.Str())
    brands = _list(ma.fields.Str())
    seasons = _list(ma.fields.Str())
    colours = _list(ma.fields.Nested(ColourShownSchema))
    shops = _list(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()))
