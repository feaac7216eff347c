"""The demonstration shop made larger: real pieces again and again, under names, numbers and prices of their own."""

from __future__ import annotations

import copy
import csv
import io
import itertools
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from catalog import DATA
from catalog.catalogue import Catalogue, merge
from catalog.feeds import own
from catalog.finder import Knowledge, load_knowledge
from catalog.gtin import check_digit
from catalog.model import Product, Variant
from catalog.reference import Reference, load_reference
from catalog.revision import build
from catalog.snapshot import snapshot

SHOP = "miramas"
MODELS = ("", "II", "Pro", "Evo", "Trek", "Aero", "Nova", "Ridge", "Summit", "Alpe", "Couloir", "Arete")
SIZES = ("XS", "S", "M", "L", "XL", "XXL")
Rows = list[dict[str, str]]
T = TypeVar("T")


def scaled_snapshot(variants: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a snapshot with at least ``variants`` variants, and the stock that goes with it. The same at each call."""
    random = Random(7)
    reference, knowledge = known()
    document = build(_catalogue(), reference, knowledge)
    shown = snapshot(document, SHOP, "fr", 1, "2026-11-21T16:00:00Z")
    originals, products, count = shown["products"], [], 0
    for turn, original in _again(originals):
        if count >= variants:
            break
        products.append(_another(original, turn, random))
        count += len(original["variants"])
    shown["products"] = products
    levels = {
        variant["gtin"]: {"quantity": random.choice((0, 0, 1, 2, 5)), "counted_at": "2026-11-21T16:00:00Z"}
        for product in products
        for variant in product["variants"]
    }
    return shown, {"shop": SHOP, "as_of": "2026-11-21T16:00:00Z", "demonstration": True, "levels": levels}


def scaled_catalogue(variants: int) -> Catalogue:
    """Return the facts of a range with at least ``variants`` variants, sold by nobody. The same at each call."""
    given, found, products = _catalogue(), dict[str, Variant](), dict[str, Product]()
    by_ref: dict[str, list[Variant]] = {}
    for variant in given.variants.values():
        by_ref.setdefault(variant.ref, []).append(variant)
    for turn, ref in _again([ref for ref in given.products if ref in by_ref]):
        if len(found) >= variants:
            break
        other = f"{ref}-{turn}"
        products[other] = replace(given.products[ref], ref=other)
        for variant in by_ref[ref]:
            gtin = f"{len(found):014d}"
            found[gtin] = replace(variant, gtin=gtin, ref=other)
    return Catalogue(products, found, {})


@cache
def known() -> tuple[Reference, Knowledge]:
    """Return the words and the knowledge that everything is compiled with."""
    reference = load_reference(DATA)
    return reference, load_knowledge(DATA, reference)


@cache
def _catalogue() -> Catalogue:
    files = own.files_in(DATA / "range", DATA / "shops" / SHOP)
    batch, findings = own.read(files, known()[0])
    assert not own.has_errors(findings), findings
    return merge(Catalogue({}, {}, {}), batch)


def _again(originals: Sequence[T]) -> Iterator[tuple[int, T]]:
    """Give them turn by turn, in one mixed order: also the first hundred variants are of all kinds."""
    mixed = Random(3).sample(originals, len(originals))
    return ((turn, original) for turn in itertools.count() for original in mixed)


def _another(original: dict[str, Any], turn: int, random: Random) -> dict[str, Any]:
    """Return a piece like another one, but not quite as good at the same things."""
    piece = copy.deepcopy(original)
    piece["ref"] = f"{original['ref']}-{turn}"
    piece["name"] = f"{original['name']} {MODELS[turn % len(MODELS)]}".strip()
    piece["verdicts"] = [
        degree if degree < 0 else min(100, max(0, degree + random.randint(-8, 8))) for degree in original["verdicts"]
    ]
    for variant in piece["variants"]:
        variant["gtin"] = f"{variant['gtin']}-{turn}"
        variant["price_cents"] += 100 * random.randint(-20, 20)
    return piece


def batch_zip(products: int, variants_each: int) -> bytes:
    """Return a ZIP file of the tables of ``products`` pieces, with facts, prices and counts. The same at each call."""
    pieces, facts = _range("products"), _facts_by_ref()
    tables: dict[str, Rows] = {"products": [], "facts": [], "variants": [], "prices": [], "stock": []}
    for number in range(products):
        original = pieces[number % len(pieces)]
        ref = f"{original['ref']}-n{number}"
        tables["products"].append({**original, "ref": ref, "name": f"{original['name']} {number}"})
        tables["facts"] += [{**fact, "ref": ref} for fact in facts.get(original["ref"], ())]
        for place in range(variants_each):
            _add_variant(tables, ref, number * variants_each + place, SIZES[place % len(SIZES)])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in tables.items():
            archive.writestr(f"{name}.csv", _csv(rows))
    return packed.getvalue()


def _add_variant(tables: dict[str, Rows], ref: str, number: int, size: str) -> None:
    body = f"029{number:010d}"
    gtin = f"{body}{check_digit(body)}"
    colour = {"colour_fr": "Bleu nuit", "colour_en": "Night blue", "colour_hex": "#1d2b4f"}
    tables["variants"].append({"gtin": gtin, "sku": f"N{number}", "ref": ref, "size": size, **colour})
    price = {"price_cents": str(2000 + number % 40_000), "reference_price_cents": ""}
    tables["prices"].append({"shop": SHOP, "gtin": gtin, **price})
    count = {"quantity": str(number % 4), "counted_at": "2026-11-21T16:00:00Z"}
    tables["stock"].append({"shop": SHOP, "gtin": gtin, **count})


def _range(kind: str) -> Rows:
    return [row for path in sorted((DATA / "range").glob(f"{kind}-*.csv")) for row in _rows(path)]


def _facts_by_ref() -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    for fact in _range("facts"):
        found.setdefault(fact["ref"], []).append(fact)
    return found


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)


def _csv(rows: Rows) -> str:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
