"""What a file's name tells: piece, colour, order; how sure that is; and when it tells nothing."""

from __future__ import annotations

import unicodedata
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.photos.alt import proposed
from server.photos.folding import stem, words
from server.photos.matching import Names

GTIN = {"red": "03514112345678", "night": "03514112345685", "pack": "03514112345692", "men": "03514112345708"}
FAMILIES = [
    {"id": "red", "label": {"fr": "rouge", "de": "Rot"}, "words": {"fr": ["rouge", "bordeaux"], "en": ["red"]}},
    {"id": "blue", "label": {"fr": "bleu", "it": "blu"}, "words": {"fr": ["bleu", "marine"], "en": ["blue", "navy"]}},
]


def colour(fr: str, en: str, family: str, **more: str) -> dict[str, Any]:
    return {"name": {"fr": fr, "en": en, **more}, "hex": "#000000", "family": family}


def piece(ref: str, name: str, audience: str, colours: list[dict[str, Any]], *codes: tuple[str, str, int]) -> Any:
    variants = [{"gtin": gtin, "sku": sku, "size": "M", "colour": at} for gtin, sku, at in codes]
    return {"ref": ref, "name": name, "audience": audience, "colours": colours, "variants": variants}


RANGE = Names(
    [
        piece(
            "trilogy-shell-w", "Trilogy Shell", "women",
            [colour("Rouge", "Red", "red", de="Rot"), colour("Bleu nuit", "Night blue", "blue", it="Blu notte")],
            (GTIN["red"], "MIV10026-0247", 0), (GTIN["night"], "MIV10026-1234", 1),
        ),
        piece("trilogy-shell-m", "Trilogy Shell", "men", [colour("Noir", "Black", "black")], (GTIN["men"], "AB", 0)),
        piece("access-25", "Access 25", "unisex", [colour("Noir", "Black", "black")], (GTIN["pack"], "LFS6409", 0)),
        piece("elevation-ii", "Élévation II", "men", [], ),
    ],
    FAMILIES,
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "ref", "tone", "confidence", "because"),
    [
        ("3514112345678.jpg", "trilogy-shell-w", "Rouge", "sure", ("gtin",)),
        ("03514112345685_2.JPG", "trilogy-shell-w", "Bleu nuit", "sure", ("gtin",)),
        ("folder/MIV10026-0247-front.png", "trilogy-shell-w", "Rouge", "sure", ("sku",)),
        ("miv100260247.png", "trilogy-shell-w", "Rouge", "sure", ("sku",)),
        ("LFS6409_01.webp", "access-25", "Noir", "sure", ("sku",)),
        ("trilogy-shell-w-rouge-1.jpg", "trilogy-shell-w", "Rouge", "sure", ("ref", "colour")),
        ("access-25.jpg", "access-25", "Noir", "sure", ("ref", "only-colour")),
        ("Trilogy Shell femme bleu nuit dos.jpg", "trilogy-shell-w", "Bleu nuit", "sure", ("name", "colour")),
        ("TrilogyShell_Damen_Rot.jpg", "trilogy-shell-w", "Rouge", "sure", ("name", "colour")),
        ("trilogy_shell_donna_blu_notte.jpg", "trilogy-shell-w", "Bleu nuit", "sure", ("name", "colour")),
        ("trilogy-shell-women-navy.jpg", "trilogy-shell-w", "Bleu nuit", "likely", ("name", "colour-family")),
        ("trilogy shell homme.jpg", "trilogy-shell-m", "Noir", "sure", ("name", "only-colour")),
        ("Elevation_II.avif", "elevation-ii", "", "sure", ("ref",)),
        ("IMG_2034.jpg", None, "", "none", ()),
        ("2026-11-23.jpg", None, "", "none", ()),
        ("3514112345679.jpg", None, "", "none", ()),
        ("trilogy.jpg", None, "", "none", ()),
        ("25.jpg", None, "", "none", ()),
    ],
)
def test_a_name_tells_piece_and_colour(
    name: str, ref: str | None, tone: str, confidence: str, because: tuple[str, ...]
) -> None:
    found = RANGE.match(name)
    assert (found.ref, found.colour, found.confidence, found.because) == (ref, tone, confidence, because)


def test_two_pieces_of_one_name_are_never_sure() -> None:
    found = RANGE.match("trilogy shell.jpg")
    assert (found.ref in ("trilogy-shell-w", "trilogy-shell-m"), found.confidence) == (True, "likely")


def test_a_piece_of_several_colours_without_one_named_is_not_sure() -> None:
    found = RANGE.match("trilogy-shell-w.jpg")
    assert (found.ref, found.colour, found.confidence) == ("trilogy-shell-w", "", "likely")


@pytest.mark.parametrize(
    ("name", "position"),
    [
        ("access-25.jpg", None),  # the 25 is its own
        ("access-25-2.jpg", 2),
        ("access-25 (3).jpg", 3),
        ("access-25_front.jpg", 1),
        ("access-25-dos.jpg", 2),
        ("access-25_rückseite.jpg", 2),
        ("access-25_profilo.jpg", 3),
        ("access-25-détail.jpg", 4),
        ("3514112345692_1.jpg", 1),
        ("3514112345692.jpg", None),
        ("access-25-2034.jpg", None),
    ],
)
def test_a_name_tells_the_order(name: str, position: int | None) -> None:
    assert RANGE.match(name).position == position


def test_a_piece_that_a_person_names_keeps_what_else_the_name_tells() -> None:
    found = RANGE.of_piece("trilogy-shell-w", "IMG 12 rouge dos.jpg")
    assert (found.ref, found.colour, found.position, found.confidence) == ("trilogy-shell-w", "Rouge", 2, "decided")
    assert RANGE.of_piece("trilogy-shell-w", "3514112345685.jpg").colour == "Bleu nuit"
    assert RANGE.of_piece("access-25", "3514112345685.jpg").colour == "Noir"


BLACK, BLUE = colour("Noir", "Black", "black"), colour("Bleu", "Blue", "blue")
SIZED = Names(
    [
        {
            **piece("trilogy-pant", "Trilogy Pant", "men", [BLACK, BLUE]),
            "variants": [
                {"gtin": GTIN["red"], "sku": "MIV10119-0247-M", "size": "M", "colour": 0},
                {"gtin": GTIN["night"], "sku": "MIV10119-0247-L", "size": "L", "colour": 0},
                {"gtin": GTIN["pack"], "sku": "MIV10119-7317-M", "size": "M", "colour": 1},
            ],
        },
        piece("grepon", "Grépon", "men", [BLACK], (GTIN["men"], "1234-M", 0)),
    ],
    FAMILIES,
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "ref", "tone", "position"),
    [
        ("MIV10119-0247_1.jpg", "trilogy-pant", "Noir", 1),
        ("miv10119 7317 (2).JPEG", "trilogy-pant", "Bleu", 2),
        ("MIV10119-0247-L_3.png", "trilogy-pant", "Noir", 3),
        ("MIV10119.jpg", None, "", None),
        ("IMG_1234.jpg", None, "", None),
    ],
)
def test_a_stock_number_without_its_size_tells_piece_and_colour(
    name: str, ref: str | None, tone: str, position: int | None
) -> None:
    found = SIZED.match(name)
    assert (found.ref, found.colour, found.position) == (ref, tone, position)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_names_from_every_system_are_read_alike(form: Literal["NFC", "NFD", "NFKD"]) -> None:
    assert RANGE.match(unicodedata.normalize(form, "ÉLÉVATION II – détail.JPG")).ref == "elevation-ii"


@given(st.text(max_size=120))
def test_no_name_does_harm(name: str) -> None:
    found = RANGE.match(name)
    assert (found.ref is None) == (found.confidence == "none")
    assert found.position is None or 1 <= found.position <= 99


def test_words_are_folded_and_folders_left_out() -> None:
    assert words(stem("C:\\été\\TrilogyŒil_Straße-02.JPG")) == ("trilogy", "oeil", "strasse", "02")


def test_the_words_for_who_cannot_see_it_are_made_of_facts() -> None:
    shell = {"name": "Trilogy Shell", "colours": [colour("Bleu nuit", "Night blue", "blue")]}
    label = {"fr": "veste imperméable", "en": "hardshell jacket", "de": "Hardshelljacke"}
    told = proposed(shell, label, "Bleu nuit", "back")
    assert told["fr"] == "Veste imperméable Trilogy Shell, Bleu nuit, de dos"
    assert told["en"] == "Hardshell jacket Trilogy Shell, Night blue, back view"
    assert told["de"] == "Hardshelljacke Trilogy Shell, Night blue, von hinten"
    assert proposed(shell, label, "", None)["fr"] == "Veste imperméable Trilogy Shell"
