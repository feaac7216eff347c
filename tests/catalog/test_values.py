"""Attribute values: from what a file or a request writes to what the catalogue holds."""

from __future__ import annotations

import pytest

from catalog.reference import Attribute, Reference, RefusedValueError, is_value, load_reference, parse_value


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("waterproof", "oui", True),
        ("waterproof", "0", False),
        ("waterproof_mm", "20 000", 20000),
        ("waterproof_mm", "20\u202f000", 20000),
        ("ret", "5,5", 6),
        ("comfort_temp_c", "\u22124", -4),
        ("comfort_temp_c", "-1.5", -1),
        ("layers", 2.5, "2.5"),
        ("layers", 3, "3"),
        ("boot_rating", "b2", "B2"),
        ("insulation_type", "Duvet", "down"),
    ],
)
def test_it_reads_values_as_people_write_them(reference: Reference, name: str, raw: object, value: object) -> None:
    parsed = parse_value(reference.attributes[name], raw)
    assert (parsed, type(parsed)) == (value, type(value))


@pytest.mark.parametrize(
    ("name", "raw"),
    [("waterproof", "perhaps"), ("weight_g", "light"), ("weight_g", True), ("weight_g", "99999"), ("hood", "huge")],
)
def test_it_refuses_values_that_an_attribute_cannot_have(reference: Reference, name: str, raw: object) -> None:
    with pytest.raises(RefusedValueError) as caught:
        parse_value(reference.attributes[name], raw)
    assert caught.value.sentence.fr != str(caught.value.sentence)


def test_a_value_is_kept_only_in_its_own_type(reference: Reference) -> None:
    layers: Attribute = reference.attributes["layers"]
    assert is_value(layers, "3")
    assert not is_value(layers, 3)
    assert not is_value(reference.attributes["waterproof"], 1)
