"""The JSON of the whole real range is what its schema says."""

from __future__ import annotations

import io

import jsonschema_rs
import orjson

from catalog import DATA
from catalog.catalogue import Catalogue, merge
from catalog.feeds import own
from catalog.feeds.out import source_json
from catalog.feeds.out.schema import schema
from catalog.reference import load_reference


def test_the_real_range_is_what_the_schema_says() -> None:
    batch, _ = own.read(own.files_in(DATA / "range", DATA / "shops" / "miramas"), load_reference())
    out = io.BytesIO()
    source_json.write(merge(Catalogue(), batch), out)
    whole = orjson.loads(out.getvalue())
    validator = jsonschema_rs.validator_for(schema())
    validator.validate(whole)
    ref = next(iter(whole["products"]))
    whole["products"][ref]["audience"] = "everybody"
    assert not validator.is_valid(whole)
