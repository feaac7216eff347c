"""Our categories in Google's product taxonomy: the number that stands in feeds, the path that people read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from marshmallow import Schema, fields

from catalog import DATA, yamlfile


class _Marketplaces(Schema):
    google_taxonomy = fields.Dict(fields.Integer(), fields.String(), required=True)
    google_product_category = fields.Dict(fields.String(), fields.Integer(), required=True)


@cache
def _data() -> Mapping[str, Any]:
    """Return the document. Raises DataError with file, line and sentence."""
    data: dict[str, Any] = yamlfile.load(DATA / "marketplaces.yaml", _Marketplaces())
    return data


def google_numbers() -> Mapping[str, int]:
    """Return the number by category of ours."""
    numbers: Mapping[str, int] = _data()["google_product_category"]
    return numbers


def google_path(category: str) -> str:
    """Return the path of a category of ours; empty where it has none."""
    return path_of(str(google_numbers().get(category, "")))


def path_of(said: str) -> str:
    """Return the path of what a feed says: a number that is known here as its path, everything else as it is."""
    paths: Mapping[int, str] = _data()["google_taxonomy"]
    return paths.get(int(said), said) if said.isdigit() and len(said) < 10 else said
