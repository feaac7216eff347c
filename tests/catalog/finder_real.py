"""The real knowledge over the real range, built once for all tests that advise from it."""

from __future__ import annotations

from functools import cache
from typing import Any

from catalog import DATA
from catalog.catalogue import Catalogue, merge
from catalog.feeds.own import files_in, read
from catalog.finder import Knowledge, advise, load_knowledge
from catalog.finder.samples import load_samples
from catalog.reference import Reference, load_reference
from catalog.revision import build

SHOP = "miramas"


@cache
def reference() -> Reference:
    return load_reference(DATA)


@cache
def knowledge() -> Knowledge:
    return load_knowledge(DATA, reference())


@cache
def batch() -> Any:
    found, _ = read(files_in(DATA / "range", DATA / "shops" / SHOP), reference())
    return found


@cache
def document() -> dict[str, Any]:
    return build(merge(Catalogue({}, {}, {}), batch()), reference(), knowledge())


@cache
def stock() -> dict[str, Any]:
    counts = {each.gtin: {"quantity": each.quantity, "counted_at": each.counted_at} for each in batch().stock}
    return {"shop": SHOP, "levels": counts}


@cache
def samples() -> list[dict[str, Any]]:
    return load_samples(DATA, knowledge(), reference())


def ask(answers: dict[str, Any], limit: int = 10, lang: str = "fr", candidates: Any = None) -> dict[str, Any]:
    """Advise from the demonstration shop, or over pieces given inline."""
    shop, counted = (SHOP, stock()) if candidates is None else (None, None)
    return advise(
        document(), shop, answers, counted, limit, lang, candidates, reference=reference(), knowledge=knowledge()
    )
