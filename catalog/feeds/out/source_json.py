"""The whole catalogue as JSON: the form in which a revision keeps its facts."""

from __future__ import annotations

from typing import IO

import orjson

from catalog.catalogue import Catalogue, to_json

FORMAT = "cordee-catalogue-1"


def write(catalogue: Catalogue, out: IO[bytes]) -> None:
    """Write the catalogue in a stable order, readable by people."""
    out.write(orjson.dumps({"format": FORMAT, **to_json(catalogue)}, option=orjson.OPT_INDENT_2))
