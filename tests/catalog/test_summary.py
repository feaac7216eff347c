from __future__ import annotations

from typing import Any

import pytest

from catalog import DATA
from catalog.finder import compile_finder, load_knowledge
from catalog.finder.summary import summary
from catalog.reference import load_reference
from catalog.reference_document import reference_document


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    reference = load_reference()
    return {**reference_document(reference), "finder": compile_finder(load_knowledge(DATA, reference), reference)}


def test_a_need_is_said_in_the_order_of_the_questions(document: dict[str, Any]) -> None:
    said = summary(
        document,
        {
            "must_not": ["recco"],
            "budget_cents": 40000,
            "temperature_c": -8,
            "wanted": "jacket",
            "size": "M",
            "humid": True,
        },
    )
    assert said["fr"] == "Veste · −8\u00a0°C · Humide · M · 400\u00a0€ · sans réflecteur RECCO"
    assert said["en"] == "Jacket · −8\u00a0°C · Damp · M · €400 · no RECCO reflector"


def test_what_nobody_knows_any_more_is_said_as_it_was_written(document: dict[str, Any]) -> None:
    assert summary(document, {"wanted": "sledge", "sizes": {"boots": "42"}, "size": None})["fr"] == "sledge · 42"


def test_a_single_kind_is_called_by_its_name(document: dict[str, Any]) -> None:
    assert summary(document, {"wanted": "fleece"})["en"] == "Fleece"
