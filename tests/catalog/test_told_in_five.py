"""What customers read of a piece is said in each of their languages, and means the same in all of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml

from catalog import DATA
from catalog.model import LANGUAGES
from catalog.sizing.rules import read_rule


def notes() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the note on the fit of each piece that has one, by language."""
    for table in sorted((DATA / "range").glob("products-*.csv")):
        with table.open(encoding="utf-8", newline="") as lines:
            for line in csv.DictReader(lines):
                if line["fit_note_fr"]:
                    yield line["ref"], {lang: line[f"fit_note_{lang}"] for lang in LANGUAGES}


@pytest.mark.parametrize(("ref", "note"), list(notes()))
def test_a_note_on_the_fit_moves_the_size_alike_in_every_language(ref: str, note: Mapping[str, str]) -> None:
    assert all(note.values()), ref
    assert len({read_rule(text) for text in note.values()}) == 1, note


@pytest.mark.parametrize("part", ["line", "explanation", "limits"])
def test_every_technology_is_explained_in_every_language(part: str) -> None:
    known: dict[str, Any] = yaml.safe_load((DATA / "technologies.yaml").read_text("utf-8"))["technologies"]
    assert {name for name, each in known.items() if set(each[part]) != set(LANGUAGES)} == set()


def test_every_step_of_care_is_told_in_every_language() -> None:
    care = yaml.safe_load((DATA / "care.yaml").read_text("utf-8"))["care"]
    texts = [text for way in care.values() for text in (way["title"], *(step["text"] for step in way["steps"]))]
    assert [text for text in texts if set(text) != set(LANGUAGES)] == []
