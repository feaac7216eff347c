"""A customer reads each name in their own language: categories, qualities, facts, technologies, colours, answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from catalog import DATA
from catalog.catalogue import Catalogue, merge
from catalog.feeds import own
from catalog.feeds.own import read
from catalog.finder import load_knowledge
from catalog.model import LANGUAGES
from catalog.reference import Reference, load_reference
from catalog.revision import build
from catalog.snapshot import parts
from catalog.text import is_text

from .shop_files import FILES

SENTENCES = ("explanation", "limits", "fit_note")
"""Whole sentences about a piece: the page marks one that it has in another language only."""
TRADEMARKS = {"technologies"}
"""A name that is one string for all languages is a trademark, which nobody translates."""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(DATA)


@pytest.fixture(scope="module")
def shop(reference: Reference) -> dict[str, Any]:
    batch, findings = read(own.files_in(DATA / "range", DATA / "shops" / "miramas"), reference)
    assert not own.has_errors(findings), findings
    return parts(build(merge(Catalogue({}, {}, {}), batch), reference, load_knowledge(DATA, reference)), "miramas")


def texts(node: Any, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Give each text with its place, sentences left out."""
    if is_text(node):
        yield path, node
    elif isinstance(node, dict):
        for key, each in node.items():
            if key not in SENTENCES:
                yield from texts(each, f"{path}.{key}")
    elif isinstance(node, list):
        for at, each in enumerate(node):
            yield from texts(each, f"{path}.{at}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_name_is_there_in_each_language(shop: dict[str, Any], lang: str) -> None:
    missing = [
        f"{path}: {text['fr']}"
        for name in ("attributes", "categories", "groups", "gauges", "finder", "products", "technologies", "care")
        for path, text in texts(shop[name], name)
        if text["fr"] and not text.get(lang) and not (name in TRADEMARKS and text["fr"] == text.get("en"))
    ]
    assert missing == []


def test_it_looks_at_the_colours_and_at_the_technologies(shop: dict[str, Any]) -> None:
    found = [path for name in ("products", "technologies") for path, _ in texts(shop[name], name)]
    assert sum(".colours." in path for path in found) > 100
    assert sum(path.endswith(".name") and path.startswith("technologies") for path in found) > 30


def test_a_merchandiser_gives_colours_in_all_languages(reference: Reference) -> None:
    table = FILES["variants.csv"].splitlines()
    table[0] += ",colour_de,colour_it,colour_es"
    files = {"variants.csv": "\n".join([table[0], *(f"{line},Schwarz,Nero,Negro" for line in table[1:])])}
    batch, _ = read({name: text.encode() for name, text in {**FILES, **files}.items()}, reference)
    names = [variant.colour.name for variant in batch.variants]
    assert names
    assert all({"fr", "en", "de", "it", "es"} == set(name) for name in names)
