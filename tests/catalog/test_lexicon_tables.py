"""How phrases are folded for the phone."""

from __future__ import annotations

import pytest

from catalog.lexicon.phrases import Phrase
from catalog.lexicon.tables import spellings, table, words_of


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Imperméable", ("impermeable",)),
        ("garder l’œil", ("garder", "l", "oeil")),
        ("weiß", ("weiss",)),
        ("porte-skis", ("porte", "skis")),
        ("2.5l", ("2.5", "l")),
        ("4000 m", ("4000", "m")),
        ("km / h", ("km", "/", "h")),
        ("° C", ("°", "c")),
        ("'", ()),
    ],
)
def test_a_phrase_is_cut_as_a_sentence_is(phrase: str, words: tuple[str, ...]) -> None:
    assert words_of(phrase) == words


def test_hyphens_and_umlauts_have_two_spellings() -> None:
    assert list(spellings("coupe-vent", "fr")) == [("coupe", "vent"), ("coupevent",)]
    assert list(spellings("Mütze", "de")) == [("mutze",), ("muetze",)]
    assert list(spellings("Mütze", "fr")) == [("mutze",)]


def test_phrases_stand_under_their_first_word_and_the_later_one_counts() -> None:
    hat, cap = {"kind": "role", "role": "filler"}, {"kind": "size", "size": "S"}
    found = [Phrase("wool hat", hat, ()), Phrase("wool", hat, ()), Phrase("Wool Hat", cap, ())]
    made = table("en", found, numbers={"fünf": 5}, unlike=["Hât", "hat"])
    assert made == {
        "means": [hat, cap],
        "phrases": {"wool": [0, "hat", 1]},
        "further": ["hat"],
        "numbers": {"funf": 5},
        "unlike": ["hat"],
    }
